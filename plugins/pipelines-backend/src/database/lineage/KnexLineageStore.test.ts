import { TestDatabases } from '@backstage/backend-test-utils';
import { prepared } from '../../ingest/__testUtils__/prepared';
import {
  JOB,
  runEvent,
  STEP,
  WireEvent,
  written,
} from '../../ingest/__testUtils__/lineageEvents';
import { jobIdOf, runIdOf } from '../../ingest/openlineage/names';
import { migrated } from '../__testUtils__/backends';
import { MeasurementWriter } from '../measurements/writeMeasurements';
import { KnexLineageStore } from './KnexLineageStore';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const parent = { run: { runId: 'dag' }, job: JOB };
const at = (time: string) => `2026-11-01T${time}Z`;
const checks = {
  namespace: 'warehouse',
  name: 'profit',
  facets: {
    dataQualityAssertions: {
      assertions: [{ assertion: 'not_null', success: true }],
    },
  },
};

/** The life of a run and of its step, in the order it happened. */
const STORY: WireEvent[] = [
  runEvent({ runId: 'dag', eventTime: at('11:00:00') }),
  runEvent({
    runId: 'task',
    job: STEP,
    eventTime: at('11:01:00'),
    runFacets: { parent },
    inputs: [checks],
  }),
  runEvent({
    runId: 'task',
    job: STEP,
    eventType: 'RUNNING',
    eventTime: at('11:02:00'),
    outputs: [written('profit', 7)],
  }),
  runEvent({
    runId: 'task',
    job: STEP,
    eventType: 'COMPLETE',
    eventTime: at('11:03:00'),
    runFacets: { parent },
    inputs: [checks],
    outputs: [written('profit', 12)],
  }),
  runEvent({
    runId: 'dag',
    eventType: 'FAIL',
    eventTime: at('11:05:00'),
    runFacets: { errorMessage: { message: 'no disk' } },
  }),
  runEvent({ runId: 'dag', eventType: 'COMPLETE', eventTime: at('11:04:00') }),
];

describe.each(databases.eachSupportedId())('lineage events on %s', engine => {
  async function start() {
    const database = await migrated(databases, engine);
    const knex = await database.getClient();
    const newStore = () =>
      KnexLineageStore.create({ database, writer: new MeasurementWriter() });
    const store = await newStore();
    const write = (...events: WireEvent[]) =>
      store.write({ events: events.map(event => prepared(event)) });
    /** All that a reader could see of them. */
    const state = async () => ({
      runs: await knex('runs').orderBy('id').select(),
      jobs: await knex('jobs').orderBy('id').select(),
      parents: await knex('job_parents').orderBy('job_id').select(),
      figures: await knex('measurements')
        .join('measurement_series', 'measurement_series.id', 'series_id')
        .orderBy(['metric', 'measurements.key'])
        .select('metric', 'dimensions', 'measurements.key', 'at', 'value'),
      days: await knex('measurement_days')
        .join('measurement_series', 'measurement_series.id', 'series_id')
        .orderBy(['metric', 'day'])
        .select('metric', 'day', 'rolled_at'),
    });
    const run = async (runId: string, job = JOB) =>
      knex('runs')
        .where({ id: runIdOf({ ...job, runId }) })
        .first();
    return { knex, newStore, run, state, store, write };
  }

  it('are kept, and folded into what they say together', async () => {
    const { knex, run, write } = await start();
    await write(...STORY);
    expect(await knex('lineage_events').select()).toHaveLength(6);
    expect(await run('dag')).toMatchObject({
      job_id: jobIdOf(JOB),
      run_id: 'dag',
      parent_id: null,
      parent_job_id: null,
      state: 'complete',
      begun_at: '2026-11-01T11:00:00.000Z',
      ended_at: '2026-11-01T11:04:00.000Z',
      rows: null,
    });
    expect(await run('task', STEP)).toMatchObject({
      parent_id: runIdOf({ ...JOB, runId: 'dag' }),
      parent_job_id: jobIdOf(JOB),
      state: 'complete',
      rows: 12,
    });
  });

  it('are the same one by one, all at once, backwards, and each twice', async () => {
    const one = await start();
    for (const event of STORY) await one.write(event);
    const expected = await one.state();
    expect(expected.runs).toHaveLength(2);
    // The figures of the two events with checks are one.
    const metrics = expected.figures.map(({ metric }) => metric);
    expect(metrics).toEqual(['assertions.passed', 'rows.written']);
    const ways: WireEvent[][][] = [
      [STORY],
      [...STORY].reverse().map(event => [event]),
      [[...STORY, ...STORY]],
      [STORY, [...STORY].reverse()],
      [STORY.slice(3), STORY.slice(0, 4)],
    ];
    for (const way of ways) {
      const other = await start();
      for (const events of way) await other.write(...events);
      expect(await other.state()).toEqual(expected);
    }
  });

  it('say which are new', async () => {
    const { write } = await start();
    const event = runEvent({ outputs: [written('profit', 1)] });
    const first = await write(event, event, STORY[1]);
    expect(first).toEqual({
      fresh: 2,
      jobIds: expect.arrayContaining([jobIdOf(JOB), jobIdOf(STEP)]),
      seriesIds: [expect.any(Number), expect.any(Number)],
    });
    expect(await write(event)).toEqual({
      fresh: 0,
      jobIds: [],
      seriesIds: [],
    });
  });

  it('change nothing when they come again after they were deleted', async () => {
    const { knex, newStore, state, store, write } = await start();
    await write(...STORY);
    const before = await state();
    const all = { before: new Date('2027-01-01T00:00:00Z'), limit: 9 };
    expect(await store.deleteEventsBefore(all)).toBe(6);
    expect(await knex('lineage_events').select()).toEqual([]);
    // Also in a backend that remembers nothing of them.
    const other = await newStore();
    const { fresh } = await other.write({
      events: STORY.map(event => prepared(event)),
    });
    expect(fresh).toBe(6);
    expect(await state()).toEqual(before);
  });

  it('are kept whole or not at all', async () => {
    const { knex, store } = await start();
    const good = prepared(STORY[0]);
    const [figure] = prepared(STORY[3]).measurements;
    const broken = {
      ...prepared(STORY[1]),
      // No table holds an instant that far away.
      measurements: [{ ...figure, at: new Date(8.64e15) }],
    };
    await expect(store.write({ events: [good, broken] })).rejects.toThrow();
    for (const table of ['lineage_events', 'runs', 'jobs', 'measurements']) {
      expect(await knex(table).select()).toEqual([]);
    }
    await store.write({ events: [good, prepared(STORY[1])] });
    expect(await knex('runs').select()).toHaveLength(2);
    expect(await knex('measurement_days').select()).toHaveLength(1);
  });

  it('about no run are kept beside', async () => {
    const { knex, write } = await start();
    const base = { eventTime: at('11:00:00'), producer: 'https://dbt' };
    const { fresh } = await write(
      { ...base, dataset: { namespace: 'warehouse', name: 'profit' } },
      { ...base, job: JOB },
    );
    expect(fresh).toBe(2);
    expect(await knex('runs').select()).toEqual([]);
    expect(await knex('jobs').select('name')).toEqual([{ name: JOB.name }]);
    const bodies = await knex('lineage_events').select('run_id', 'body');
    expect(bodies.map(({ run_id }) => run_id)).toEqual([null, null]);
  });

  it('with the same run id of two jobs are two runs', async () => {
    const { knex, write } = await start();
    await write(runEvent(), runEvent({ job: STEP }));
    expect(await knex('runs').select()).toHaveLength(2);
  });

  it('keep every character of names and texts', async () => {
    const { knex, run, write } = await start();
    const odd = `"a" \\ {b,NULL} 'c' $1 ? 🛩️ \\x00 é`;
    const event = runEvent({
      runId: odd,
      job: { namespace: odd, name: odd },
      runFacets: { errorMessage: { message: odd } },
      outputs: [written(odd, 1)],
    });
    await write(event);
    const row = await run(odd, { namespace: odd, name: odd });
    expect(row.run_id).toBe(odd);
    expect(JSON.parse(row.facts).error.is).toBe(odd);
    const [job] = await knex('jobs').select();
    expect([job.namespace, job.name]).toEqual([odd, odd]);
    const [kept] = await knex('lineage_events').select();
    expect(JSON.parse(kept.body)).toEqual(event);
    const [series] = await knex('measurement_series').select();
    expect(JSON.parse(series.dimensions)).toEqual({
      dataset: `warehouse/${odd}`,
    });
  });

  it('are written also when they are thousands', async () => {
    const { knex, write } = await start();
    const events = Array.from({ length: 2_500 }, (_, index) =>
      runEvent({ runId: `run-${index}`, outputs: [written('t', index)] }),
    );
    expect(await write(...events)).toMatchObject({ fresh: 2_500 });
    const [{ runs }] = await knex('runs').count({ runs: '*' });
    expect(Number(runs)).toBe(2_500);
    const [{ rows }] = await knex('measurements').sum({ rows: 'value' });
    expect(rows).toBe((2_499 * 2_500) / 2);
  });

  it('are deleted by their arrival, the oldest first, a few at a time', async () => {
    const { knex, store } = await start();
    const hours = [9, 10, 11, 12];
    await store.write({
      events: hours.map(hour =>
        prepared(runEvent({ runId: String(hour) }), {
          receivedAt: new Date(Date.UTC(2026, 10, 1, hour)),
        }),
      ),
    });
    const before = new Date('2026-11-01T12:00:00Z');
    const left = async () =>
      (await knex('lineage_events').orderBy('received_at').select()).map(
        ({ received_at }) => received_at.slice(11, 13),
      );
    expect(await store.deleteEventsBefore({ before, limit: 2 })).toBe(2);
    expect(await left()).toEqual(['11', '12']);
    expect(await store.deleteEventsBefore({ before, limit: 2 })).toBe(1);
    expect(await store.deleteEventsBefore({ before, limit: 2 })).toBe(0);
    expect(await left()).toEqual(['12']);
    // What they said stays.
    expect(await knex('runs').select()).toHaveLength(4);
  });
});
