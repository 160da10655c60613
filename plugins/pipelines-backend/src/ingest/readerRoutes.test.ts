import { TestDatabases } from '@backstage/backend-test-utils';
import { as, startPipelines } from '../__testUtils__/startPipelines';
import { profit, PROFIT } from '../__testUtils__/profit';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const API = '/api/pipelines/v1';
const NOW = new Date('2026-11-01T13:00:00Z');

const figure = {
  pipelineRef: PROFIT,
  metric: 'rows',
  at: '2026-11-01T12:00:00Z',
  value: 7,
};

describe.each(databases.eachSupportedId())('figures on %s', engine => {
  async function start(
    options: Partial<Parameters<typeof startPipelines>[0]> = {},
  ) {
    const knex = await databases.init(engine);
    const started = await startPipelines({
      entities: [profit()],
      now: () => NOW,
      knex,
      ...options,
    });
    const send = (path: string, body: string | Buffer | object) =>
      started.api.post(`${API}${path}`).set(as.service()).send(body);
    return { ...started, send, knex };
  }

  it('are kept but for those that are wrong or old, each named by its index', async () => {
    const { send, knex, api } = await start();
    const { status, body } = await send('/measurements', {
      measurements: [
        { ...figure, at: '2020-01-01T00:00:00Z' },
        figure,
        { ...figure, metric: 'NO' },
        { ...figure, key: 'old', at: '2020-01-01T00:00:00Z' },
      ],
    });
    expect(status).toBe(201);
    const old =
      '.at is "2020-01-01T00:00:00Z": older than what is kept (since 2025-09-27T13:00:00.000Z)';
    expect(body).toEqual({
      received: 4,
      stored: 1,
      refused: [
        { index: 0, reason: `measurements[0]${old}` },
        {
          index: 2,
          reason: expect.stringContaining('measurements[2].metric is "NO"'),
        },
        { index: 3, reason: `measurements[3]${old}` },
      ],
    });
    expect(await knex('measurements').pluck('value')).toEqual([7]);
    const senders = await api.get(`${API}/senders`);
    expect(senders.body.items).toEqual([
      expect.objectContaining({
        route: 'measurements',
        stored: 1,
        refused: 3,
      }),
    ]);
  });

  it('are refused as a whole when nothing of them can be kept', async () => {
    const { send, knex } = await start();
    const answer = await send('/measurements', {
      measurements: [{ ...figure, at: '2020-01-01T00:00:00Z' }],
    });
    expect(answer.status).toBe(422);
    expect(answer.body.error.name).toBe('InputError');
    expect(answer.body.error.message).toMatch(/^measurements\[0\]\.at is/);
    expect(await knex('measurements').select()).toEqual([]);
  });

  it('are kept for as long as the configuration says', async () => {
    const { send } = await start({
      config: {
        pipelines: { ingest: { retention: { measurements: '5000 days' } } },
      },
    });
    const { status } = await send('/measurements', {
      measurements: [{ ...figure, at: '2020-01-01T00:00:00Z' }],
    });
    expect(status).toBe(201);
  });
});
