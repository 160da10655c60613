import { as, startPipelines } from '../__testUtils__/startPipelines';
import { runEvent } from '../ingest/__testUtils__/lineageEvents';

const API = '/api/pipelines/v1';
const NOW = new Date('2026-11-01T13:00:00Z');
const MANY = 20;
const JOB = { namespace: 'airflow', name: 'stray' };

// Ids are of base64url, whose underscore is also what cursors are made with.
describe('lists page by page', () => {
  const numbers = Array.from({ length: MANY }, (_, index) => index);

  async function start(events: object[]) {
    const { api } = await startPipelines({ entities: [], now: () => NOW });
    const send = api.post(`${API}/lineage/batch`).set(as.service());
    await send.send(events).expect(200);
    return async (path: string) => {
      const ids: string[] = [];
      let cursor: string | undefined;
      do {
        const { body } = await api
          .get(`${API}/${path}`)
          .query({ limit: 1, ...(cursor && { cursor }) })
          .expect(200);
        ids.push(...body.items.map(({ id }: { id: string }) => id));
        cursor = body.nextCursor;
      } while (cursor);
      return ids;
    };
  }

  it('have each run once', async () => {
    const list = await start(
      numbers.map(index => runEvent({ job: JOB, runId: `run-${index}` })),
    );
    const ids = await list('runs?namespace=airflow&name=stray');
    expect(new Set(ids).size).toBe(MANY);
    expect(ids).toHaveLength(MANY);
    expect(ids.join()).toContain('_');
  });

  it('have each job once', async () => {
    const list = await start(
      numbers.map(index => runEvent({ job: { ...JOB, name: `job-${index}` } })),
    );
    const ids = await list('jobs?claimed=false');
    expect(new Set(ids).size).toBe(MANY);
    expect(ids).toHaveLength(MANY);
    expect(ids.join()).toContain('_');
  });
});
