import { TestDatabases } from '@backstage/backend-test-utils';
import { HeardAlert } from '../../ingest/heard';
import { migrated, twoMigrated } from '../__testUtils__/backends';
import { KnexAlertStore } from './KnexAlertStore';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const PROFIT = 'pipeline:default/profit';

/** An instant of the hour of the tests. */
function minute(number: number): Date {
  return new Date(Date.UTC(2026, 10, 23, 10, number));
}

const firing: HeardAlert = {
  pipelineRef: PROFIT,
  fingerprint: 'abc',
  name: 'LagTooHigh',
  severity: 'critical',
  summary: 'Nobody reads clicks',
  startsAt: minute(0),
  link: 'https://prometheus.example.com/graph',
};

const resolved: HeardAlert = { ...firing, endsAt: minute(20) };

const ALL = { pipelineRef: PROFIT, limit: 100 };

describe.each(databases.eachSupportedId())('alerts on %s', id => {
  async function createStore() {
    const database = await migrated(databases, id);
    return KnexAlertStore.create({ database });
  }

  it('are read as they were stored', async () => {
    const store = await createStore();
    const { severity, summary, link, ...bare } = resolved;
    const alerts = [firing, { ...bare, fingerprint: 'def' }];
    await store.store({ alerts, receivedAt: minute(1) });
    const listed = await store.list(ALL);
    expect(listed).toHaveLength(2);
    expect(listed).toEqual(
      expect.arrayContaining(
        alerts.map(alert => ({ ...alert, id: expect.any(String) })),
      ),
    );
    expect(listed.find(each => each.fingerprint === 'def')).not.toHaveProperty(
      'summary',
    );
  });

  it.each([
    { what: 'told once more', told: [firing, firing], ends: undefined },
    { what: 'over after it fired', told: [firing, resolved], ends: 20 },
    { what: 'told of late', told: [resolved, firing], ends: 20 },
    {
      what: 'over at two times',
      told: [resolved, { ...firing, endsAt: minute(15) }],
      ends: 15,
    },
    {
      what: 'over at two times, the earlier told first',
      told: [{ ...firing, endsAt: minute(15) }, resolved],
      ends: 15,
    },
  ])('are one alert: $what', async ({ told, ends }) => {
    const endsAt = ends === undefined ? undefined : minute(ends);
    for (const together of [true, false]) {
      const store = await createStore();
      if (together) {
        await store.store({ alerts: told, receivedAt: minute(30) });
      } else {
        for (const [index, alert] of told.entries()) {
          await store.store({
            alerts: [alert],
            receivedAt: minute(30 + index),
          });
        }
      }
      const listed = await store.list(ALL);
      expect(listed).toHaveLength(1);
      expect(listed[0].endsAt).toEqual(endsAt);
    }
  });

  it.each([
    { other: 'begin', alert: { ...firing, startsAt: minute(1) } },
    { other: 'fingerprint', alert: { ...firing, fingerprint: 'abd' } },
  ])('are two with another $other', async ({ alert }) => {
    const store = await createStore();
    await store.store({ alerts: [firing, alert], receivedAt: minute(1) });
    expect(await store.list(ALL)).toHaveLength(2);
  });

  it('have the words that were told last, in whatever order they come', async () => {
    const store = await createStore();
    const summary = 'Nobody has read clicks for an hour';
    const told = [
      { alert: { ...firing, summary }, receivedAt: minute(9) },
      { alert: firing, receivedAt: minute(8) },
    ];
    for (const { alert, receivedAt } of told) {
      await store.store({ alerts: [alert], receivedAt });
    }
    expect(await store.list(ALL)).toMatchObject([{ summary }]);
  });

  it('are stored with the transaction, or not at all', async () => {
    const database = await migrated(databases, id);
    const store = await KnexAlertStore.create({ database });
    const knex = await database.getClient();
    const delivery = { alerts: [firing], receivedAt: minute(1) };
    const failing = knex.transaction(async trx => {
      await KnexAlertStore.storeWith(trx, delivery);
      throw new Error('Something else failed');
    });
    await expect(failing).rejects.toThrow('Something else failed');
    expect(await store.list(ALL)).toEqual([]);
    await knex.transaction(trx => KnexAlertStore.storeWith(trx, delivery));
    expect(await store.list(ALL)).toHaveLength(1);
  });

  it('may be none, or more than a statement takes', async () => {
    const store = await createStore();
    await store.store({ alerts: [], receivedAt: minute(1) });
    const alerts = Array.from({ length: 2_500 }, (_, index) => ({
      ...firing,
      fingerprint: String(index),
    }));
    await store.store({ alerts, receivedAt: minute(1) });
    expect(await store.list({ ...ALL, limit: 9_999 })).toHaveLength(2_500);
  });

  it('are listed newest first, of one pipeline and one state', async () => {
    const store = await createStore();
    const begun = (number: number, isOver: boolean): HeardAlert => ({
      ...firing,
      startsAt: minute(number),
      ...(isOver && { endsAt: minute(50) }),
    });
    await store.store({
      alerts: [
        begun(1, false),
        begun(3, true),
        begun(2, false),
        begun(4, true),
        { ...begun(5, false), pipelineRef: 'pipeline:default/growth' },
      ],
      receivedAt: minute(51),
    });
    const begins = async (options: {
      state?: 'firing' | 'resolved';
      limit?: number;
    }) => {
      const listed = await store.list({ ...ALL, ...options });
      return listed.map(({ startsAt }) => startsAt.getUTCMinutes());
    };
    expect(await begins({})).toEqual([4, 3, 2, 1]);
    expect(await begins({ limit: 3 })).toEqual([4, 3, 2]);
    expect(await begins({ state: 'firing' })).toEqual([2, 1]);
    expect(await begins({ state: 'resolved', limit: 1 })).toEqual([4]);
  });

  it('are forgotten when they ended long ago, or nobody tells of them', async () => {
    const store = await createStore();
    const alert = (fingerprint: string, endsAt?: Date): HeardAlert => ({
      ...firing,
      fingerprint,
      ...(endsAt && { endsAt }),
    });
    await store.store({
      alerts: [
        alert('over for long', minute(5)),
        alert('just over', minute(10)),
        alert('fires, told of long ago'),
        alert('fires'),
      ],
      receivedAt: minute(9),
    });
    await store.store({ alerts: [alert('fires')], receivedAt: minute(10) });
    const before = minute(10);
    expect(await store.deleteEndedBefore({ before, limit: 1 })).toBe(1);
    expect(await store.deleteEndedBefore({ before, limit: 9 })).toBe(1);
    expect(await store.deleteEndedBefore({ before, limit: 9 })).toBe(0);
    const left = (await store.list(ALL)).map(each => each.fingerprint);
    expect(left.sort()).toEqual(['fires', 'just over']);
  });
});

describe.each(databases.eachSupportedId())(
  'alerts that two backends hear of on %s',
  id => {
    it('are the same whoever is first, and nobody waits for ever', async () => {
      const [one, other] = await twoMigrated(databases, id);
      const backends = await Promise.all([one.getClient(), other.getClient()]);
      const store = await KnexAlertStore.create({ database: one });
      const ROUNDS = 10;
      const COUNT = 200;
      for (let round = 0; round < ROUNDS; round++) {
        const pipelineRef = `pipeline:default/round-${round}`;
        const alerts = Array.from({ length: COUNT }, (_, index) => ({
          ...firing,
          pipelineRef,
          fingerprint: String(index),
        }));
        const over = alerts.map(alert => ({ ...alert, endsAt: minute(20) }));
        const deliveries = [
          { alerts, receivedAt: minute(1) },
          { alerts: [...over].reverse(), receivedAt: minute(21) },
        ];
        if (round % 2 === 0) deliveries.reverse();
        // Without the second try that a store gives itself.
        await Promise.all(
          deliveries.map((delivery, index) =>
            backends[index].transaction(trx =>
              KnexAlertStore.storeWith(trx, delivery),
            ),
          ),
        );
        const listed = await store.list({ pipelineRef, limit: 999 });
        expect(listed).toHaveLength(COUNT);
        const ends = listed.map(({ endsAt }) => endsAt?.toISOString());
        expect(new Set(ends)).toEqual(new Set([minute(20).toISOString()]));
      }
    });
  },
);
