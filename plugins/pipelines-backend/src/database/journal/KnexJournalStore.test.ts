import { TestDatabases } from '@backstage/backend-test-utils';
import { twoMigrated } from '../__testUtils__/backends';
import { HeardRefusal, HeardSender } from './JournalStore';
import { KnexJournalStore } from './KnexJournalStore';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const on = (minute: number) => new Date(Date.UTC(2026, 10, 1, 12, minute));

const sender = (changes: Partial<HeardSender> = {}): HeardSender => ({
  sender: 'external:dbt',
  route: 'dbt-sources',
  stored: 1,
  refused: 0,
  at: on(1),
  ...changes,
});

const refusal = (changes: Partial<HeardRefusal> = {}): HeardRefusal => ({
  sender: 'external:dbt',
  route: 'dbt-sources',
  of: 'item',
  reason: 'results[0] is null',
  count: 1,
  at: on(1),
  ...changes,
});

describe.each(databases.eachSupportedId())('the journal on %s', engine => {
  async function start() {
    const [one, other] = await twoMigrated(databases, engine);
    const store = await KnexJournalStore.create({ database: one });
    const add = (heard: {
      senders?: HeardSender[];
      refusals?: HeardRefusal[];
    }) => store.add({ senders: [], refusals: [], ...heard });
    return {
      add,
      store,
      otherStore: await KnexJournalStore.create({ database: other }),
    };
  }

  it('adds up what each sender sent by each door', async () => {
    const { add, store } = await start();
    await add({ senders: [sender({ stored: 3, refused: 1 })] });
    await add({
      senders: [
        sender({ stored: 2, refused: 4, at: on(5) }),
        sender({ route: 'measurements', at: on(3) }),
        sender({ sender: 'external:ge', at: on(4) }),
      ],
    });
    expect(await store.listSenders({ limit: 9 })).toEqual([
      {
        sender: 'external:dbt',
        route: 'dbt-sources',
        stored: 5,
        refused: 5,
        firstHeardAt: on(1),
        lastHeardAt: on(5),
      },
      expect.objectContaining({ sender: 'external:ge' }),
      expect.objectContaining({ route: 'measurements' }),
    ]);
    expect(await store.listSenders({ limit: 1 })).toHaveLength(1);
  });

  it('counts beyond what fits 32 bits', async () => {
    const { add, store } = await start();
    const stored = 2_000_000_000;
    for (const minute of [1, 2, 3]) {
      await add({ senders: [sender({ stored, at: on(minute) })] });
    }
    const [found] = await store.listSenders({ limit: 9 });
    expect(found.stored).toBe(6_000_000_000);
  });

  it.each([
    ['of another sender', { sender: 'external:ge' }],
    ['of another door', { route: 'measurements' }],
    ['of a facet', { of: 'facet' as const }],
    ['with another reason', { reason: 'results[1] is null' }],
  ])('counts a refusal apart from one %s', async (_, change) => {
    const { add, store } = await start();
    await add({ refusals: [refusal({ count: 2 })] });
    await add({
      refusals: [refusal({ count: 3, at: on(4) }), refusal(change)],
    });
    expect(await store.listRefusals({ limit: 9 })).toEqual([
      {
        id: expect.stringMatching(/^[\w-]{43}$/),
        sender: 'external:dbt',
        route: 'dbt-sources',
        of: 'item',
        reason: 'results[0] is null',
        count: 5,
        firstAt: on(1),
        lastAt: on(4),
      },
      expect.objectContaining({ count: 1, ...change }),
    ]);
  });

  it('takes more at once than a statement of SQLite does', async () => {
    const { add, store } = await start();
    const many = Array.from({ length: 1_100 }, (_, index) => String(index));
    await add({
      senders: many.map(name => sender({ sender: name })),
      refusals: many.map(reason => refusal({ reason })),
    });
    expect(await store.listSenders({ limit: 2_000 })).toHaveLength(1_100);
    expect(await store.listRefusals({ limit: 2_000 })).toHaveLength(1_100);
  });

  it('loses nothing when two backends write at the same moment', async () => {
    const { otherStore, store } = await start();
    const names = ['a', 'b', 'c', 'd'];
    await Promise.all(
      [store, otherStore, store, otherStore].map((each, index) => {
        const order = index % 2 ? names : [...names].reverse();
        return each.add({
          senders: order.map(name => sender({ sender: name })),
          refusals: order.map(reason => refusal({ reason })),
        });
      }),
    );
    const senders = await store.listSenders({ limit: 9 });
    expect(senders.map(({ stored }) => stored)).toEqual([4, 4, 4, 4]);
    const refusals = await store.listRefusals({ limit: 9 });
    expect(refusals.map(({ count }) => count)).toEqual([4, 4, 4, 4]);
  });

  it('deletes reasons that were not given for long, a few at a time', async () => {
    const { add, store } = await start();
    await add({
      refusals: [1, 2, 3].map(minute =>
        refusal({ reason: `at ${minute}`, at: on(minute) }),
      ),
    });
    await add({ refusals: [refusal({ reason: 'at 1', at: on(9) })] });
    const before = on(5);
    expect(await store.deleteRefusalsBefore({ before, limit: 1 })).toBe(1);
    expect(await store.deleteRefusalsBefore({ before, limit: 9 })).toBe(1);
    expect(await store.deleteRefusalsBefore({ before, limit: 9 })).toBe(0);
    const left = await store.listRefusals({ limit: 9 });
    expect(left.map(({ reason, count }) => [reason, count])).toEqual([
      ['at 1', 2],
    ]);
  });
});
