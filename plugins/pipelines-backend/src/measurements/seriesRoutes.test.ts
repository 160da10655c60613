import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { as, startPipelines } from '../__testUtils__/startPipelines';
import { profit, PROFIT, PROFIT_PATH } from '../__testUtils__/profit';
import {
  JOB,
  runEvent,
  STEP,
  written,
} from '../ingest/__testUtils__/lineageEvents';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const API = '/api/pipelines/v1';
const NOW = new Date('2026-11-20T13:00:00Z');
const NOVEMBER = 'from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z';

const figure = (changes: object = {}) => ({
  pipelineRef: PROFIT,
  metric: 'kafka.consumer-lag',
  at: '2026-11-20T12:00:00Z',
  value: 7,
  ...changes,
});

interface Item {
  id: string;
  metric: string;
}

describe.each(databases.eachSupportedId())(
  'figures over HTTP on %s',
  engine => {
    async function start(
      options: Partial<Parameters<typeof startPipelines>[0]> = {},
    ) {
      const knex = await databases.init(engine);
      const growth = profit({ jobs: [] });
      growth.metadata = { name: 'growth', namespace: 'default' };
      const metrics = [
        { name: 'kafka.consumer-lag', title: 'Consumer lag', unit: 'messages' },
      ];
      const started = await startPipelines({
        entities: [profit({ metrics }), growth],
        now: () => NOW,
        knex,
        ...options,
      });
      const { api, runTask } = started;
      await runTask('pipelines-reconcile-pipelines');
      const measure = async (...measurements: object[]) => {
        for (let begin = 0; begin < measurements.length; begin += 5_000) {
          await api
            .post(`${API}/measurements`)
            .set(as.service())
            .send({ measurements: measurements.slice(begin, begin + 5_000) })
            .expect(201);
        }
      };
      const hear = (event: object) =>
        api.post(`${API}/lineage`).set(as.service()).send(event).expect(201);
      const series = async (query = ''): Promise<Item[]> =>
        (await api.get(`${PROFIT_PATH}/series${query}`)).body.items;
      const read = async (id: string, range = NOVEMBER, path = PROFIT_PATH) =>
        api.get(`${path}/series/${id}/measurements?${range}`);
      return { ...started, hear, measure, read, series };
    }

    it('are listed with what the spec says of their metric, and the latest', async () => {
      const { measure, series } = await start();
      await measure(
        figure({ dimensions: { topic: 'clicks' } }),
        figure({
          at: '2026-11-20T11:00:00Z',
          value: 5,
          dimensions: { topic: 'clicks' },
        }),
        figure({
          metric: 'events.valid',
          value: undefined,
          good: 3,
          total: 4,
        }),
      );
      expect(await series()).toEqual([
        {
          id: expect.stringMatching(/^\d+$/),
          metric: 'events.valid',
          isInstant: false,
          dimensions: {},
          latest: {
            at: '2026-11-20T12:00:00.000Z',
            value: 0.75,
            good: 3,
            total: 4,
          },
        },
        {
          id: expect.stringMatching(/^\d+$/),
          metric: 'kafka.consumer-lag',
          title: 'Consumer lag',
          unit: 'messages',
          isInstant: false,
          dimensions: { topic: 'clicks' },
          latest: { at: '2026-11-20T12:00:00.000Z', value: 7 },
        },
      ]);
    });

    it('are also those of its jobs, of their steps, and of nobody else', async () => {
      const { hear, measure, series } = await start();
      const above = (runId: string, job: object) => ({
        parent: { run: { runId }, job },
      });
      const query = { namespace: 'spark', name: 'query' };
      const eventTime = '2026-11-20T12:00:00Z';
      const outputs = [written('profit', 1)];
      await hear(runEvent({ runId: 'dag', eventTime, outputs }));
      await hear(
        runEvent({
          runId: 'task',
          job: STEP,
          eventTime,
          runFacets: above('dag', JOB),
          outputs,
        }),
      );
      await hear(
        runEvent({
          runId: 'query',
          job: query,
          eventTime,
          runFacets: above('task', STEP),
          outputs,
        }),
      );
      await hear(
        runEvent({
          job: { namespace: 'x', name: 'stray' },
          eventTime,
          outputs,
        }),
      );
      await measure(figure({ pipelineRef: 'growth' }));
      const jobs = (await series()).map(item =>
        'job' in item ? item.job : null,
      );
      expect(jobs).toHaveLength(3);
      expect(jobs).toEqual(expect.arrayContaining([JOB, STEP, query]));
    });

    it('are paged by series, each once', async () => {
      const { api, measure, series } = await start();
      await measure(
        ...['a', 'b', 'c', 'd', 'e'].map(topic =>
          figure({ dimensions: { topic } }),
        ),
      );
      const all = await series();
      const pages: Item[] = [];
      let query = '?limit=2';
      for (let page = 0; page < 3; page += 1) {
        const { body } = await api.get(`${PROFIT_PATH}/series${query}`);
        pages.push(...body.items);
        query = `?limit=2&cursor=${encodeURIComponent(body.nextCursor)}`;
        expect(body.nextCursor === undefined).toBe(page === 2);
      }
      expect(pages).toEqual(all);
    });

    it('of a range are given one by one where they are few', async () => {
      const { measure, read, series } = await start();
      await measure(
        figure({ at: '2026-11-19T12:00:00Z', value: 1 }),
        figure({ at: '2026-11-20T12:00:00Z', value: 2 }),
      );
      const [{ id }] = await series();
      const { body } = await read(id);
      expect(body).toEqual({
        resolution: 'point',
        points: [
          { at: '2026-11-19T12:00:00.000Z', value: 1 },
          { at: '2026-11-20T12:00:00.000Z', value: 2 },
        ],
      });
      const early = 'from=2026-11-19T00:00:00Z&to=2026-11-20T12:00:00Z';
      expect((await read(id, early)).body.points).toHaveLength(1);
    });

    it('of a range are given day by day where they are more than a thousand', async () => {
      const { measure, read, runTask, series } = await start();
      const first = Date.parse('2026-11-18T20:00:00Z');
      const many = Array.from({ length: 1_001 }, (_, index) =>
        figure({
          at: new Date(first + index * 60_000).toISOString(),
          value: index,
        }),
      );
      await measure(...many.slice(1));
      const [{ id }] = await series();
      expect((await read(id)).body.resolution).toBe('point');
      await measure(many[0]);
      const sum = (from: number, to: number) =>
        ((to - from + 1) * (from + to)) / 2;
      const days = [
        {
          day: '2026-11-18',
          count: 240,
          min: 0,
          max: 239,
          last: 239,
          sum: sum(0, 239),
        },
        {
          day: '2026-11-19',
          count: 761,
          min: 240,
          max: 1_000,
          last: 1_000,
          sum: sum(240, 1_000),
        },
      ];
      expect((await read(id)).body).toEqual({ resolution: 'day', days });
      await runTask('pipelines-roll-up-days');
      expect((await read(id)).body).toEqual({ resolution: 'day', days });
    });

    it('are given day by day where only the sums of a day are left', async () => {
      let now = NOW;
      const { measure, read, runTask, series } = await start({
        now: () => now,
        config: {
          pipelines: { ingest: { retention: { measurements: '10 days' } } },
        },
      });
      await measure(figure({ value: 1 }), figure({ key: 'b', value: 4 }));
      const [{ id }] = await series();
      now = new Date('2026-12-02T12:00:00Z');
      await runTask('pipelines-delete-old');
      expect((await read(id)).body.resolution).toBe('point');
      await runTask('pipelines-roll-up-days');
      await runTask('pipelines-delete-old');
      expect((await read(id)).body).toEqual({
        resolution: 'day',
        days: [
          expect.objectContaining({ day: '2026-11-20', count: 2, sum: 5 }),
        ],
      });
    });

    it('of another pipeline are not there', async () => {
      const { api, measure, read } = await start();
      await measure(figure({ pipelineRef: 'growth' }));
      const growth = `${API}/pipelines/default/growth`;
      const { body } = await api.get(`${growth}/series`);
      const [{ id }] = body.items;
      expect((await read(id)).status).toBe(404);
      expect((await read(id, NOVEMBER, growth)).status).toBe(200);
      expect((await read('999')).status).toBe(404);
    });

    it.each([
      ['a series that is no number', 'series/first/measurements', NOVEMBER],
      [
        'a series that is too large',
        'series/2147483648/measurements',
        NOVEMBER,
      ],
      ['no range', 'series/1/measurements', ''],
      [
        'a range that goes backwards',
        'series/1/measurements',
        'from=2026-12-01T00:00:00Z&to=2026-11-01T00:00:00Z',
      ],
      [
        'more than 800 days',
        'series/1/measurements',
        'from=2020-01-01T00:00:00Z&to=2026-11-01T00:00:00Z',
      ],
      ['a limit of nothing', 'series', 'limit=0'],
      ['a limit of too many', 'series', 'limit=201'],
      ['a cursor that is none', 'series', 'cursor=first'],
      ['an unknown key', 'series', 'page=2'],
    ])('are refused with 400 for %s', async (_, path, query) => {
      const { api } = await start();
      const { status, body } = await api.get(`${PROFIT_PATH}/${path}?${query}`);
      expect(status).toBe(400);
      expect(body.error.name).toBe('InputError');
    });

    it.each([
      ['a policy hides them', 403, AuthorizeResult.DENY],
      ['the catalog hides the pipeline', 404, AuthorizeResult.ALLOW],
    ])('are not told when %s: %i', async (_, status, result) => {
      const isDenied = result === AuthorizeResult.DENY;
      const { api, setEntities } = await start({
        decide: ({ permission }) =>
          permission === 'pipelines.pipeline.read'
            ? result
            : AuthorizeResult.ALLOW,
      });
      if (!isDenied) setEntities([]);
      for (const path of [
        'series',
        `series/1/measurements?${NOVEMBER}`,
        'alerts',
        'queries',
      ]) {
        const answer = await api.get(`${PROFIT_PATH}/${path}`);
        expect([path, answer.status]).toEqual([path, status]);
      }
    });

    it('are told nobody without credentials', async () => {
      const { api } = await start();
      const { status } = await api
        .get(`${PROFIT_PATH}/series`)
        .set(as.nobody());
      expect(status).toBe(401);
    });
  },
);
