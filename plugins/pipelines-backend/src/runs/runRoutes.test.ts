import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { as, Asked, startPipelines } from '../__testUtils__/startPipelines';
import { profit, PROFIT, PROFIT_RUNS } from '../__testUtils__/profit';
import {
  JOB,
  runEvent,
  STEP,
  WireEvent,
} from '../ingest/__testUtils__/lineageEvents';
import { jobIdOf, runIdOf } from '../ingest/openlineage/names';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const API = '/api/pipelines/v1';
const NOW = new Date('2026-11-01T13:00:00Z');
const GROWTH = 'pipeline:default/growth';

const STRAY = { namespace: 'airflow', name: 'stray' };
const ofJob = ({ namespace, name } = STRAY) =>
  `${API}/runs?namespace=${namespace}&name=${name}`;

/** A second pipeline, which claims the same job for another audience. */
const growth = () => {
  const entity = profit({
    schedules: [
      {
        audience: 'executives',
        cron: '0 * * * *',
        timeZone: 'UTC',
        grace: '0m',
      },
    ],
    jobs: [{ ...JOB }],
  });
  entity.metadata = { name: 'growth', namespace: 'default' };
  return entity;
};

const deny = (isDenied: (asked: Asked) => boolean) => (asked: Asked) =>
  isDenied(asked) ? AuthorizeResult.DENY : AuthorizeResult.ALLOW;

describe.each(databases.eachSupportedId())('runs over HTTP on %s', engine => {
  async function start(
    options: Partial<Parameters<typeof startPipelines>[0]> = {},
  ) {
    const started = await startPipelines({
      entities: [profit()],
      now: () => NOW,
      knex: await databases.init(engine),
      ...options,
    });
    const { api, runTask } = started;
    await runTask('pipelines-reconcile-pipelines');
    const hear = async (...events: WireEvent[]) => {
      const path = `${API}/lineage/batch`;
      await api.post(path).set(as.service()).send(events).expect(200);
    };
    const get = async (path: string) => (await api.get(path)).body;
    const status = async (path: string) => (await api.get(path)).status;
    return { ...started, get, hear, status };
  }

  const manyRuns = Array.from({ length: 7 }, (_, index) =>
    runEvent({
      runId: `run-${index}`,
      eventTime: `2026-11-01T11:0${Math.floor(index / 3)}:00Z`,
      eventType: index % 2 ? 'COMPLETE' : 'FAIL',
    }),
  );

  it('are paged, each once', async () => {
    const { get, hear } = await start();
    await hear(...manyRuns);
    const seen: string[] = [];
    let path = `${PROFIT_RUNS}&limit=3`;
    for (let page = 0; page < 3; page += 1) {
      const { items, nextCursor } = await get(path);
      seen.push(...items.map(({ runId }: { runId: string }) => runId));
      expect(nextCursor === undefined).toBe(page === 2);
      path = `${PROFIT_RUNS}&limit=3&cursor=${nextCursor}`;
    }
    expect(seen.sort()).toEqual(manyRuns.map((_, index) => `run-${index}`));
  });

  it('are those of some states, where those are asked for', async () => {
    const { get, hear } = await start();
    await hear(...manyRuns);
    expect((await get(`${PROFIT_RUNS}&state=complete`)).items).toHaveLength(3);
    const both = `${PROFIT_RUNS}&state=complete,failed`;
    expect((await get(both)).items).toHaveLength(7);
    expect((await get(`${PROFIT_RUNS}&state=running`)).items).toEqual([]);
  });

  it('are read by their id, with steps', async () => {
    const { get, hear, status } = await start();
    const parent = { run: { runId: 'dag' }, job: JOB };
    await hear(
      runEvent({ runId: 'dag' }),
      runEvent({ runId: 'task', job: STEP, runFacets: { parent } }),
    );
    const id = runIdOf({ ...JOB, runId: 'dag' });
    const { run } = await get(`${API}/runs/${id}`);
    expect(run).toMatchObject({ id, runId: 'dag', steps: 1 });
    expect(run.slot.audience).toBe('investors');
    const { items } = await get(`${API}/runs/${id}/steps`);
    expect(items).toEqual([
      expect.objectContaining({ runId: 'task', parentId: id, job: STEP }),
    ]);
    // A step answers no slot: that is what its root does.
    expect(items[0].slot).toBeUndefined();
    expect(await status(`${API}/runs/${jobIdOf(STRAY)}`)).toBe(404);
    expect(await status(`${API}/runs/${jobIdOf(STRAY)}/steps`)).toBe(404);
  });

  it.each([
    ['neither pipeline nor job', `${API}/runs`],
    ['a pipeline and a job', `${PROFIT_RUNS}&namespace=airflow&name=stray`],
    ['half a job', `${API}/runs?namespace=airflow`],
    ['another kind', `${API}/runs?pipelineRef=component:default/profit`],
    ['a state that is none', `${PROFIT_RUNS}&state=done`],
    ['a limit of too many', `${PROFIT_RUNS}&limit=101`],
    ['a cursor that is none', `${PROFIT_RUNS}&cursor=2026`],
    [
      'a cursor of another list',
      `${PROFIT_RUNS}&cursor=2026-11-01T11:00:00Z_7`,
    ],
    ['an unknown key', `${PROFIT_RUNS}&page=2`],
    ['an id that is none', `${API}/runs/first`],
  ])('are refused with 400 for %s', async (_, path) => {
    const { status } = await start();
    expect(await status(path)).toBe(400);
  });

  describe('belong to whom their jobs belong', () => {
    const stepId = runIdOf({ ...STEP, runId: 'task' });
    const strayId = runIdOf({ ...STRAY, runId: 'stray' });
    const family = [
      runEvent({ runId: 'dag' }),
      runEvent({
        runId: 'task',
        job: STEP,
        runFacets: { parent: { run: { runId: 'dag' }, job: JOB } },
      }),
      runEvent({ runId: 'stray', job: STRAY }),
    ];

    it('who sees no Setup sees runs and steps of the pipelines he sees', async () => {
      const { hear, status } = await start({
        decide: deny(
          ({ permission }) => permission === 'pipelines.ingest.read',
        ),
      });
      await hear(...family);
      expect(await status(PROFIT_RUNS)).toBe(200);
      expect(await status(`${API}/runs/${stepId}`)).toBe(200);
      expect(await status(`${API}/runs/${stepId}/steps`)).toBe(200);
      expect(await status(ofJob(JOB))).toBe(200);
      expect(await status(`${API}/runs/${strayId}`)).toBe(403);
      expect(await status(ofJob(STRAY))).toBe(403);
    });

    it('who sees Setup alone sees all runs by their jobs', async () => {
      const { hear, status } = await start({
        decide: deny(
          ({ permission }) => permission === 'pipelines.pipeline.read',
        ),
      });
      await hear(...family);
      expect(await status(PROFIT_RUNS)).toBe(403);
      expect(await status(`${API}/runs/${stepId}`)).toBe(200);
      expect(await status(`${API}/runs/${strayId}`)).toBe(200);
    });

    it('who sees neither sees none', async () => {
      const { hear, setEntities, status } = await start({
        decide: deny(
          ({ permission }) => permission === 'pipelines.ingest.read',
        ),
      });
      await hear(...family);
      setEntities([]);
      expect(await status(`${API}/runs/${stepId}`)).toBe(403);
      expect(await status(`${API}/runs/${stepId}/steps`)).toBe(403);
      expect(await status(ofJob(JOB))).toBe(403);
    });

    it('nobody sees any without credentials', async () => {
      const { api } = await start();
      for (const path of [PROFIT_RUNS, `${API}/runs/${stepId}`]) {
        const answer = await api.get(path).set(as.nobody());
        expect(answer.status).toBe(401);
      }
    });

    it('a job of two pipelines answers the schedule of the one that is asked for', async () => {
      const { get, hear } = await start({ entities: [profit(), growth()] });
      await hear(runEvent());
      const audienceOf = async (path: string) =>
        (await get(path)).items[0].slot.audience;
      expect(await audienceOf(PROFIT_RUNS)).toBe('investors');
      const ofGrowth = `${API}/runs?pipelineRef=${GROWTH}`;
      expect(await audienceOf(ofGrowth)).toBe('executives');
    });

    it.each([
      [PROFIT, 'executives'],
      [GROWTH, 'investors'],
    ])(
      'whoever may not see %s learns of the schedule of the other alone',
      async (hidden, audience) => {
        const { get, hear } = await start({
          entities: [profit(), growth()],
          decide: deny(({ resourceRef }) => resourceRef === hidden),
        });
        await hear(runEvent({ runId: 'dag' }));
        const [run] = (await get(ofJob(JOB))).items;
        expect(run.slot.audience).toBe(audience);
        const one = await get(`${API}/runs/${run.id}`);
        expect(one.run.slot.audience).toBe(audience);
      },
    );
  });
});
