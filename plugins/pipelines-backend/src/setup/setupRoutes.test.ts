import { TestDatabases } from '@backstage/backend-test-utils';
import { as, startPipelines } from '../__testUtils__/startPipelines';
import { profit } from '../__testUtils__/profit';
import {
  runEvent,
  STEP,
  WireEvent,
  written,
} from '../ingest/__testUtils__/lineageEvents';
import { jobIdOf } from '../ingest/openlineage/names';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const API = '/api/pipelines/v1';
const JOBS = `${API}/jobs?claimed=false`;
const NOON = Date.parse('2026-11-01T12:00:00Z');

const stray = (name: string) => ({ namespace: 'airflow', name });

describe.each(databases.eachSupportedId())('setup on %s', engine => {
  async function start(
    options: Partial<Parameters<typeof startPipelines>[0]> = {},
  ) {
    const clock = { now: NOON };
    const started = await startPipelines({
      entities: [profit()],
      now: () => new Date(clock.now),
      knex: await databases.init(engine),
      ...options,
    });
    const { api, runTask } = started;
    await runTask('pipelines-reconcile-pipelines');
    const hear = (event: WireEvent) =>
      api.post(`${API}/lineage`).set(as.service()).send(event);
    const get = async (path: string) => (await api.get(path)).body;
    return { ...started, clock, get, hear };
  }

  it('shows jobs that nobody claims, with what they write', async () => {
    const { get, hear } = await start();
    await hear(
      runEvent({ job: stray('load'), outputs: [written('clicks', 1)] }),
    );
    expect(await get(JOBS)).toEqual({
      items: [
        {
          id: jobIdOf(stray('load')),
          job: stray('load'),
          claimedBy: [],
          firstHeardAt: '2026-11-01T12:00:00.000Z',
          lastHeardAt: '2026-11-01T12:00:00.000Z',
          producer: 'https://example.com/scheduler',
          sender: 'external:ops',
          outputs: ['warehouse/clicks'],
        },
      ],
    });
  });

  it('pages them, last heard first', async () => {
    const { clock, get, hear } = await start();
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      clock.now += 60_000;
      await hear(runEvent({ job: stray(name) }));
    }
    const seen: string[] = [];
    let path = `${JOBS}&limit=2`;
    for (let page = 0; page < 3; page += 1) {
      const { items, nextCursor } = await get(path);
      seen.push(...items.map(({ job }: { job: { name: string } }) => job.name));
      expect(nextCursor === undefined).toBe(page === 2);
      path = `${JOBS}&limit=2&cursor=${nextCursor}`;
    }
    expect(seen).toEqual(['e', 'd', 'c', 'b', 'a']);
  });

  it('says who sends what, and who is silent', async () => {
    const { api, clock, get, hear } = await start({
      config: { pipelines: { ingest: { silentAfter: '1 hour' } } },
    });
    await hear(runEvent());
    await hear({ ...runEvent(), run: {} });
    clock.now += 30 * 60_000;
    await api
      .post(`${API}/measurements`)
      .set(as.user('analyst'))
      .send({
        measurements: [
          {
            pipelineRef: 'profit',
            metric: 'rows',
            at: '2026-11-01T12:00:00Z',
            value: 1,
          },
        ],
      });
    clock.now += 30 * 60_000;
    const senders = async () => (await get(`${API}/senders`)).items;
    const tool = {
      sender: 'external:ops',
      route: 'lineage',
      firstHeardAt: '2026-11-01T12:00:00.000Z',
      lastHeardAt: '2026-11-01T12:00:00.000Z',
      stored: 1,
      refused: 1,
      isSilent: false,
    };
    const person = {
      sender: 'user:default/analyst',
      route: 'measurements',
      firstHeardAt: '2026-11-01T12:30:00.000Z',
      lastHeardAt: '2026-11-01T12:30:00.000Z',
      stored: 1,
      refused: 0,
      isSilent: false,
    };
    expect(await senders()).toEqual([person, tool]);
    clock.now += 1;
    expect(await senders()).toEqual([person, { ...tool, isSilent: true }]);
  });

  it('says what was refused and why, the same reason once', async () => {
    const { clock, get, hear } = await start();
    await hear({ ...runEvent(), run: {} });
    expect((await get(`${API}/refusals`)).items).toHaveLength(1);
    clock.now += 60_000;
    await hear({ ...runEvent(), run: {} });
    await hear(runEvent({ job: STEP, runFacets: { parent: 'dag' } }));
    const { items } = await get(`${API}/refusals`);
    expect(items).toHaveLength(2);
    expect(items).toEqual(
      expect.arrayContaining([
        {
          id: expect.stringMatching(/^[\w-]{43}$/),
          sender: 'external:ops',
          route: 'lineage',
          of: 'item',
          reason: expect.stringMatching(/^run\.runId is missing/),
          count: 2,
          firstAt: '2026-11-01T12:00:00.000Z',
          lastAt: '2026-11-01T12:01:00.000Z',
        },
        expect.objectContaining({
          of: 'facet',
          reason: expect.stringMatching(/^run\.facets\.parent is "dag"/),
          count: 1,
        }),
      ]),
    );
  });

  it.each([
    ['claimed jobs', 'jobs?claimed=true'],
    ['jobs without saying which', 'jobs'],
    ['a limit of too many', 'jobs?claimed=false&limit=101'],
    ['a cursor that is none', 'jobs?claimed=false&cursor=first'],
    ['senders with a key', 'senders?limit=9'],
    ['refusals with a key', 'refusals?limit=9'],
  ])('refuses with 400 %s', async (_, path) => {
    const { api } = await start();
    expect((await api.get(`${API}/${path}`)).status).toBe(400);
  });
});
