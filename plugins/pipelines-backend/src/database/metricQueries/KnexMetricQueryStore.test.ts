import { TestDatabases } from '@backstage/backend-test-utils';
import { migrated } from '../__testUtils__/backends';
import {
  at,
  claimAt,
  depth,
  ENGAGEMENT,
  GROWTH,
  lagBy,
  lagOf,
} from './__testUtils__/questions';
import { KnexMetricQueryStore } from './KnexMetricQueryStore';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('questions on %s', id => {
  async function createStore() {
    return KnexMetricQueryStore.create({
      database: await migrated(databases, id),
    });
  }

  /** With the lag of engagement asked since nine. */
  async function createAsked() {
    const store = await createStore();
    const spec = { pipelineRef: ENGAGEMENT, now: at(0) };
    await store.replaceFor({ ...spec, questions: [lagOf()] });
    const only = async () => {
      const [question, ...others] = await store.listOf(spec);
      expect(others).toEqual([]);
      return question;
    };
    return { store, spec, only };
  }

  const asNew = { ...lagOf(), pipelineRef: ENGAGEMENT, failures: 0 };

  const success = { at: at(1), measuredTo: at(1), nextAt: at(2) };

  const failure = { error: 'No answer within 10 seconds', nextAt: at(2) };

  it('are due at once when the spec first asks them', async () => {
    const { store, only } = await createAsked();
    expect(await only()).toEqual({ ...asNew, nextAt: at(0) });
    expect(await store.claimDue(claimAt(-1))).toEqual([]);
    expect(await store.claimDue(claimAt(0))).toEqual([
      { ...asNew, nextAt: at(0) },
    ]);
  });

  it('are claimed by one at a time, those due longest first', async () => {
    const store = await createStore();
    for (const [minutes, pipelineRef] of [
      [4, 'pipeline:default/d'],
      [1, 'pipeline:default/z'],
      [3, 'pipeline:default/c'],
      [2, 'pipeline:default/b'],
    ] as const) {
      await store.replaceFor({
        pipelineRef,
        questions: [lagOf()],
        now: at(minutes),
      });
    }
    const names = async () =>
      (await store.claimDue(claimAt(5, 'one', 3))).map(
        ({ pipelineRef }) => pipelineRef.split('/')[1],
      );
    expect(await names()).toEqual(['z', 'b', 'c']);
    expect(await names()).toEqual(['d']);
    expect(await names()).toEqual([]);
  });

  it('are asked by another when whoever claimed them died', async () => {
    const { store } = await createAsked();
    await store.claimDue(claimAt(0, 'dies'));
    expect(await store.claimDue(claimAt(1, 'lives'))).toEqual([]);
    expect(await store.claimDue(claimAt(2, 'lives'))).toHaveLength(1);
  });

  it('remember up to when they were answered, and wait for their next time', async () => {
    const { store, only } = await createAsked();
    await store.claimDue(claimAt(1));
    await store.succeed({ ...lagBy('one'), ...success });
    expect(await only()).toEqual({
      ...asNew,
      measuredTo: at(1),
      lastSuccessAt: at(1),
      nextAt: at(2),
    });
    expect(await store.claimDue(claimAt(1))).toEqual([]);
    expect(await store.claimDue(claimAt(2))).toHaveLength(1);
  });

  it('count how often they fail in a row, and say why', async () => {
    const { store, only } = await createAsked();
    await store.claimDue(claimAt(0));
    await store.fail({ ...lagBy('one'), ...failure });
    await store.claimDue(claimAt(2));
    await store.fail({
      ...lagBy('one'),
      error: 'Prometheus answers 503',
      nextAt: at(4),
    });
    expect(await only()).toEqual({
      ...asNew,
      failures: 2,
      lastError: 'Prometheus answers 503',
      nextAt: at(4),
    });
    await store.claimDue(claimAt(4));
    await store.succeed({ ...lagBy('one'), ...success, nextAt: at(5) });
    expect(await only()).toEqual({
      ...asNew,
      measuredTo: at(1),
      lastSuccessAt: at(1),
      nextAt: at(5),
    });
  });

  it.each([
    [
      'an answer',
      (store: KnexMetricQueryStore) =>
        store.succeed({ ...lagBy('slow'), ...success, nextAt: at(9) }),
    ],
    [
      'a failure',
      (store: KnexMetricQueryStore) =>
        store.fail({ ...lagBy('slow'), ...failure, nextAt: at(9) }),
    ],
  ])('take %s from nobody who lost the lease', async (_, note) => {
    const { store, only } = await createAsked();
    await store.claimDue(claimAt(0, 'slow'));
    await store.claimDue(claimAt(2, 'quick'));
    await note(store);
    expect(await only()).toEqual({ ...asNew, nextAt: at(0) });
    await store.succeed({ ...lagBy('quick'), ...success });
    expect((await only()).nextAt).toEqual(at(2));
  });

  it('go on as before when the spec asks them as before', async () => {
    const { store, spec, only } = await createAsked();
    await store.claimDue(claimAt(1));
    await store.succeed({ ...lagBy('one'), ...success });
    const before = await only();
    await store.replaceFor({ ...spec, questions: [lagOf()], now: at(9) });
    expect(await only()).toEqual(before);
  });

  it.each([
    ['query', { query: 'sum(kafka_consumergroup_lag)' }],
    ['endpoint', { endpoint: 'eu' }],
    ['source', { source: 'influx' }],
    ['time between', { every: 300 }],
  ])('begin anew when their %s changes', async (_, change) => {
    const { store, spec, only } = await createAsked();
    await store.claimDue(claimAt(0));
    await store.fail({ ...lagBy('one'), ...failure });
    await store.claimDue(claimAt(3));
    const changed = lagOf(change);
    await store.replaceFor({ ...spec, questions: [changed], now: at(4) });
    expect(await only()).toEqual({ ...asNew, ...changed, nextAt: at(4) });
    // Whoever asked the question of before has nothing to say about this one.
    await store.succeed({ ...lagBy('one'), ...success, nextAt: at(9) });
    expect(await only()).toEqual({ ...asNew, ...changed, nextAt: at(4) });
  });

  it('are gone when the spec asks them no more; other pipelines keep theirs', async () => {
    const { store, spec, only } = await createAsked();
    const growth = { pipelineRef: GROWTH, now: at(0) };
    await store.replaceFor({ ...growth, questions: [lagOf(), depth] });
    await store.replaceFor({ ...spec, questions: [depth] });
    expect((await only()).metric).toBe('kafka.queue-depth');
    await store.replaceFor({ ...spec, questions: [] });
    expect(await store.listOf(spec)).toEqual([]);
    expect(await store.listOf(growth)).toHaveLength(2);
  });

  it('change together with what else is stored, or not at all', async () => {
    const database = await migrated(databases, id);
    const store = await KnexMetricQueryStore.create({ database });
    const knex = await database.getClient();
    const spec = { pipelineRef: ENGAGEMENT, questions: [lagOf()], now: at(0) };
    await expect(
      knex.transaction(async db => {
        await store.replaceFor({ ...spec, db });
        throw new Error('The spec cannot be stored');
      }),
    ).rejects.toThrow('The spec cannot be stored');
    expect(await store.listOf(spec)).toEqual([]);
    await knex.transaction(db => store.replaceFor({ ...spec, db }));
    expect(await store.listOf(spec)).toHaveLength(1);
  });

  it('that fail are listed, most often first, up to the limit', async () => {
    const store = await createStore();
    for (const pipelineRef of [GROWTH, ENGAGEMENT]) {
      await store.replaceFor({
        pipelineRef,
        questions: [depth, lagOf()],
        now: at(0),
      });
    }
    const growth = { ...lagBy('one'), pipelineRef: GROWTH };
    await store.claimDue(claimAt(0));
    await store.fail({ ...lagBy('one'), ...failure });
    await store.fail({ ...growth, ...failure });
    const failing = async (limit: number) =>
      (await store.listFailing({ limit })).map(
        ({ pipelineRef, metric }) => `${pipelineRef} ${metric}`,
      );
    const names = [
      `${ENGAGEMENT} kafka.consumer-lag`,
      `${GROWTH} kafka.consumer-lag`,
    ];
    expect(await failing(10)).toEqual(names);
    await store.claimDue(claimAt(2));
    await store.fail({ ...growth, ...failure });
    expect(await failing(10)).toEqual([...names].reverse());
    expect(await failing(1)).toEqual([names[1]]);
  });
});
