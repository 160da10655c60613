import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { INGEST_SIGNAL_CHANNEL } from '@techflow/backstage-plugin-pipelines-common';
import { as, startPipelines } from '../__testUtils__/startPipelines';
import {
  profit,
  PROFIT,
  PROFIT_PATH,
  PROFIT_RUNS,
} from '../__testUtils__/profit';
import { JOB, runEvent, written } from './__testUtils__/lineageEvents';
import { keptMetrics, watchedSignals } from './__testUtils__/observedServices';
import { jobIdOf } from './openlineage/names';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const API = '/api/pipelines/v1';
const NOW = new Date('2026-11-01T13:00:00Z');

const figure = {
  pipelineRef: PROFIT,
  metric: 'rows.loaded',
  at: '2026-11-01T12:00:00Z',
  value: 7,
};

const alert = (changes: object = {}) => ({
  version: '4',
  alerts: [
    {
      status: 'firing',
      fingerprint: 'abc',
      startsAt: '2026-11-01T12:00:00Z',
      labels: { alertname: 'LagTooHigh', pipeline: 'profit' },
      ...changes,
    },
  ],
});

const RUN_RESULTS = {
  metadata: {
    dbt_schema_version: 'https://schemas.getdbt.com/dbt/run-results/v6.json',
    generated_at: '2026-11-01T12:30:00Z',
    invocation_id: 'invocation-1',
  },
  results: [
    {
      unique_id: 'model.shop.orders',
      status: 'success',
      execution_time: 12.5,
      timing: [
        {
          name: 'execute',
          started_at: '2026-11-01T12:00:00Z',
          completed_at: '2026-11-01T12:00:12.5Z',
        },
      ],
      adapter_response: { rows_affected: 40 },
    },
  ],
};

/** Waits for what nobody waits for: at most as long as a test may take. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(resolve => setImmediate(resolve));
}

describe.each(databases.eachSupportedId())('the intake on %s', engine => {
  async function start() {
    const knex = await databases.init(engine);
    const publish = jest.fn(async (_: object) => {});
    const metrics = keptMetrics();
    const logger = mockServices.logger.mock();
    const started = await startPipelines({
      entities: [profit()],
      now: () => NOW,
      knex,
      features: [watchedSignals(publish), metrics.factory, logger.factory],
    });
    await started.runTask('pipelines-reconcile-pipelines');
    const send = (path: string, body: object) =>
      started.api.post(`${API}${path}`).set(as.service()).send(body);
    const get = async (path: string) => (await started.api.get(path)).body;
    return { ...started, ...metrics, get, knex, logger, publish, send };
  }

  it('stores a measurement with a key once, however often it comes', async () => {
    const { get, knex, send } = await start();
    const keyed = { ...figure, key: 'load-1' };
    for (const value of [7, 7, 8]) {
      const { status, body } = await send('/measurements', {
        measurements: [{ ...keyed, value }],
      });
      expect(status).toBe(201);
      expect(body).toEqual({ received: 1, stored: 1, refused: [] });
    }
    expect(await knex('measurements').pluck('value')).toEqual([8]);
    const { items } = await get(`${PROFIT_PATH}/series`);
    expect(items).toEqual([
      expect.objectContaining({
        metric: 'rows.loaded',
        latest: { at: '2026-11-01T12:00:00.000Z', value: 8 },
      }),
    ]);
  });

  it('shows alerts while they fire, and afterwards that they are over', async () => {
    const { get, send } = await start();
    const path = '/alerts/alertmanager';
    expect((await send(path, alert())).status).toBe(201);
    const firing = await get(`${PROFIT_PATH}/alerts?state=firing`);
    expect(firing.items).toEqual([
      expect.objectContaining({ name: 'LagTooHigh', state: 'firing' }),
    ]);
    const over = { status: 'resolved', endsAt: '2026-11-01T12:40:00Z' };
    await send(path, alert(over));
    const all = await get(`${PROFIT_PATH}/alerts`);
    expect(all.items).toEqual([
      expect.objectContaining({
        state: 'resolved',
        endsAt: '2026-11-01T12:40:00.000Z',
      }),
    ]);
    expect((await get(`${PROFIT_PATH}/alerts?state=firing`)).items).toEqual([]);
  });

  it('shows what dbt did as a run of a job, and as figures', async () => {
    const { get, send } = await start();
    const job = `namespace=${JOB.namespace}&name=${JOB.name}`;
    const path = `/dbt/run-results?pipelineRef=profit&${job}`;
    for (let times = 0; times < 2; times += 1) {
      expect((await send(path, RUN_RESULTS)).status).toBe(201);
    }
    expect((await get(PROFIT_RUNS)).items).toEqual([
      expect.objectContaining({
        runId: 'invocation-1',
        job: JOB,
        state: 'complete',
        endedAt: '2026-11-01T12:30:00.000Z',
        sender: 'external:ops',
      }),
    ]);
    const { items } = await get(`${PROFIT_PATH}/series`);
    const latest = items.map(
      (item: { metric: string; latest: { value: number } }) => [
        item.metric,
        item.latest.value,
      ],
    );
    expect(latest).toEqual([
      ['node.seconds', 12.5],
      ['rows.written', 40],
    ]);
  });

  it('tells open pages by ids alone, after the commit', async () => {
    const { knex, publish, send } = await start();
    const stored: number[] = [];
    publish.mockImplementation(async () => {
      stored.push((await knex('runs').select()).length);
    });
    await send('/lineage', runEvent({ outputs: [written('profit', 1)] }));
    await send('/measurements', { measurements: [figure] });
    expect(publish).not.toHaveBeenCalled();
    await until(() => stored.length > 0);
    const ids = await knex('measurement_series').orderBy('id').pluck('id');
    expect(publish.mock.calls).toEqual([
      [
        {
          recipients: { type: 'broadcast' },
          channel: INGEST_SIGNAL_CHANNEL,
          message: { jobIds: [jobIdOf(JOB)], seriesIds: ids.map(String) },
        },
      ],
    ]);
    expect(stored).toEqual([1]);
  });

  it('neither waits for signals nor fails with them', async () => {
    const { publish, send } = await start();
    let failed = 0;
    publish.mockImplementation(() => {
      failed += 1;
      return Promise.reject(new Error('nobody listens'));
    });
    expect((await send('/lineage', runEvent())).status).toBe(201);
    await until(() => failed > 0);
    publish.mockImplementation(() => new Promise(() => {}));
    for (const runId of ['a', 'b']) {
      expect((await send('/lineage', runEvent({ runId }))).status).toBe(201);
    }
    const { status } = await send('/measurements', { measurements: [figure] });
    expect(status).toBe(201);
  });

  it('counts what comes, by sender, door and what became of it', async () => {
    const { counted, send } = await start();
    await send('/measurements', {
      measurements: [figure, { ...figure, metric: 'rows.skipped' }, {}],
    });
    await send('/lineage', { ...runEvent(), run: {} });
    await send('/lineage', runEvent({ runFacets: { parent: {} } }));
    const of = (name: string) =>
      counted
        .filter(each => each.name === name)
        .map(({ value, attributes }) => ({ value, ...attributes }));
    const sender = 'external:ops';
    expect(of('pipelines.ingest.items')).toEqual([
      { value: 2, sender, route: 'measurements', outcome: 'stored' },
      { value: 1, sender, route: 'measurements', outcome: 'refused' },
      { value: 1, sender, route: 'lineage', outcome: 'refused' },
      { value: 1, sender, route: 'lineage', outcome: 'stored' },
    ]);
    expect(of('pipelines.ingest.dropped_facets')).toEqual([
      { value: 1, sender, route: 'lineage' },
    ]);
    const sizes = of('pipelines.ingest.size');
    expect(sizes).toHaveLength(3);
    expect(sizes[1]).toEqual({
      value: JSON.stringify({ ...runEvent(), run: {} }).length,
      sender,
      route: 'lineage',
    });
    expect(of('pipelines.ingest.duration')).toEqual([
      { value: expect.any(Number), route: 'measurements' },
      { value: expect.any(Number), route: 'lineage' },
    ]);
  });

  it.each([
    ['/lineage', 'lineage_events', runEvent()],
    ['/lineage/batch', 'runs', [runEvent()]],
    ['/measurements', 'measurements', { measurements: [figure] }],
    ['/alerts/alertmanager', 'alerts', alert()],
  ])(
    'answers POST %s with 503 while %s cannot be written, and then stores it',
    async (path, table, body) => {
      const { counted, knex, logger, send } = await start();
      await knex.schema.renameTable(table, 'away');
      const away = await send(path, body);
      expect(away.status).toBe(503);
      expect(away.headers['retry-after']).toBe('1');
      expect(away.body.error.name).toBe('ServiceUnavailableError');
      // What the database says stands in the log, not in the answer.
      expect(away.body.error.message).not.toContain(table);
      expect(logger.error).toHaveBeenCalled();
      expect(counted).toContainEqual({
        name: 'pipelines.ingest.items',
        value: 1,
        attributes: expect.objectContaining({ outcome: 'unavailable' }),
      });
      await knex.schema.renameTable('away', table);
      const back = await send(path, body);
      expect([200, 201]).toContain(back.status);
      expect(await knex(table).select()).toHaveLength(1);
    },
  );
});
