import { TestDatabases } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { migrated, twoMigrated } from '../__testUtils__/backends';
import { NewStoredExclusion, StoredExclusion } from './ExclusionStore';
import { KnexExclusionStore } from './KnexExclusionStore';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const PROFIT = 'pipeline:default/profit';
const GROWTH = 'pipeline:default/growth';
const A = 'user:default/a';
const B = 'user:default/b';

const november = (day: number, hour = 0) =>
  new Date(Date.UTC(2026, 10, day, hour));

const ADDED = november(20);

function exclusionOf(
  other: Partial<NewStoredExclusion> = {},
): NewStoredExclusion {
  return {
    pipelineRef: PROFIT,
    type: 'maintenance',
    reason: 'Warehouse moves; "all" of it {1,2} \\ \n\u{1f6a7}',
    from: november(10),
    to: november(11),
    author: A,
    createdAt: ADDED,
    ...other,
  };
}

describe.each(databases.eachSupportedId())('exclusions on %s', id => {
  async function prepare() {
    const database = await migrated(databases, id);
    const knex = await database.getClient();
    const store = await KnexExclusionStore.create({ database });
    const add = (other?: Partial<NewStoredExclusion>, most = 1_000) =>
      store.add({
        exclusion: exclusionOf(other),
        most,
        endAfter: november(1),
      });
    const arrivals = async () => {
      const rows = await knex('arrivals').orderBy('id').select();
      return rows.map(({ id: _, facts, ...row }) => ({
        ...row,
        facts: JSON.parse(facts),
      }));
    };
    return { knex, store, add, arrivals };
  }

  it('come back as they were stored, and as they were taken back', async () => {
    const { store, add } = await prepare();
    const plain = await add();
    expect(plain).toStrictEqual({
      exclusion: { id: plain.exclusion.id, ...exclusionOf() },
      isNew: true,
    });
    expect(await store.get(plain.exclusion)).toStrictEqual(plain.exclusion);

    const targets = { objectives: ['b', 'a', 'b'], monitors: ['m'] };
    const named = await add({ type: 'pause', ...targets });
    expect(named.exclusion).toEqual({
      id: named.exclusion.id,
      ...exclusionOf({ type: 'pause' }),
      objectives: ['a', 'b'],
      monitors: ['m'],
    });

    const cancelled = { by: B, at: november(21), reason: 'It did not move' };
    const gone = await store.cancel({ id: named.exclusion.id, ...cancelled });
    expect(gone).toStrictEqual({ ...named.exclusion, cancelled });
    expect(await store.get(named.exclusion)).toStrictEqual(gone);
    expect(await store.get({ id: 'none' })).toBeUndefined();
  });

  it('touch the rules in the same transaction, once', async () => {
    const { store, add, arrivals } = await prepare();
    const { exclusion } = await add();
    await add({ reason: 'Pressed twice' });
    const touch = {
      subject: PROFIT,
      facts: { exclusion: '2026-11-10T00:00:00.000Z' },
    };
    const added = {
      ...touch,
      by: A,
      reason: exclusion.reason,
      received_at: '2026-11-20T00:00:00.000Z',
    };
    expect(await arrivals()).toEqual([added]);

    const { id: one } = exclusion;
    const cancel = { id: one, by: B, at: november(21), reason: 'No' };
    await store.cancel(cancel);
    expect(await store.cancel({ ...cancel, by: A })).toBeUndefined();
    expect(await store.cancel({ ...cancel, id: 'none' })).toBeUndefined();
    const undone = { by: B, reason: 'No' };
    const received_at = '2026-11-21T00:00:00.000Z';
    expect(await arrivals()).toEqual([
      added,
      { ...touch, ...undone, received_at },
    ]);
    expect((await store.get({ id: one }))?.cancelled?.by).toBe(B);
  });

  it('are not stored, nor taken back, when the rules cannot be touched', async () => {
    const { knex, store, add } = await prepare();
    const { exclusion } = await add();
    await knex.schema.dropTable('arrivals');
    await expect(add({ author: B })).rejects.toThrow(/arrivals/);
    const cancel = { id: exclusion.id, by: B, at: november(21), reason: 'No' };
    await expect(store.cancel(cancel)).rejects.toThrow(/arrivals/);
    expect(await store.list({ pipelineRef: PROFIT, limit: 9 })).toEqual([
      exclusion,
    ]);
  });

  it.each<[what: string, other: Partial<NewStoredExclusion>, isNew: boolean]>([
    ['the same', {}, false],
    [
      'the same in other words, later',
      { reason: 'x', createdAt: november(22) },
      false,
    ],
    ['the same ids in another order', { objectives: ['b', 'a'] }, false],
    ['another author', { author: B }, true],
    ['another pipeline', { pipelineRef: GROWTH }, true],
    ['another type', { type: 'pause' }, true],
    ['another begin', { from: november(9) }, true],
    ['another end', { to: november(12) }, true],
    ['other objectives', { objectives: ['a'] }, true],
    ['all objectives', { objectives: undefined }, true],
    [
      'monitors of the same names',
      { objectives: undefined, monitors: ['a', 'b'] },
      true,
    ],
  ])('of %s are new or not', async (_, other, isNew) => {
    const { add } = await prepare();
    const objectives = ['a', 'b'];
    const first = await add({ objectives });
    const second = await add({ objectives, ...other });
    expect(second.isNew).toBe(isNew);
    expect(second.exclusion.id === first.exclusion.id).toBe(!isNew);
  });

  it('may be stored anew once they were taken back', async () => {
    const { store, add } = await prepare();
    const { exclusion } = await add();
    const { id: one } = exclusion;
    await store.cancel({ id: one, by: A, at: november(21), reason: 'No' });
    expect((await add()).isNew).toBe(true);
  });

  it('are so many at most that are active and not long over', async () => {
    const { store, add } = await prepare();
    const day = (from: number) => ({
      from: november(from),
      to: november(from + 1),
    });
    const { exclusion: long } = await add(
      { from: november(-9), to: november(1) },
      2,
    );
    const { exclusion: first } = await add(day(10), 2);
    await add(day(11), 2);
    await expect(add(day(12), 2)).rejects.toThrow(ConflictError);
    await expect(add(day(12), 2)).rejects.toThrow(
      'pipeline:default/profit has 2 exclusions since 2026-11-01T00:00:00.000Z, which is the most it may have; take some back first',
    );
    // What is there is answered all the same, and others have their own number.
    expect((await add(day(11), 2)).isNew).toBe(false);
    expect((await add({ ...day(12), pipelineRef: GROWTH }, 2)).isNew).toBe(
      true,
    );
    const cancel = { by: A, at: november(21), reason: 'No' };
    await store.cancel({ id: long.id, ...cancel });
    await expect(add(day(12), 2)).rejects.toThrow(ConflictError);
    await store.cancel({ id: first.id, ...cancel });
    expect((await add(day(12), 2)).isNew).toBe(true);
  });

  it('are listed newest first, page by page', async () => {
    const { store, add } = await prepare();
    const added: StoredExclusion[] = [];
    // Three in each moment: the pages are cut within a moment too.
    for (let day = 1; day <= 7; day++) {
      const createdAt = november(20, Math.ceil(day / 3));
      const { exclusion } = await add({ from: november(-day), createdAt });
      added.push(exclusion);
    }
    await add({ pipelineRef: GROWTH });
    const newestFirst = added.sort(
      (a, b) => +b.createdAt - +a.createdAt || (b.id < a.id ? -1 : 1),
    );
    const listed: StoredExclusion[] = [];
    const ofProfit = { pipelineRef: PROFIT, limit: 2 };
    for (let page = await store.list(ofProfit); page.length > 0; ) {
      listed.push(...page);
      const after = page[page.length - 1];
      page = await store.list({ ...ofProfit, after });
    }
    expect(listed).toEqual(newestFirst);
  });

  it('touch a range that they overlap, taken back or not', async () => {
    const { store, add } = await prepare();
    const spans = [
      ['over', 1, 5],
      ['ends in it', 4, 6],
      ['within', 6, 7],
      ['all of it', 3, 9],
      ['begins in it', 7, 9],
      ['begins after', 8, 9],
    ] as const;
    for (const [reason, from, to] of [...spans].reverse()) {
      await add({ reason, from: november(from), to: november(to) });
    }
    await add({ pipelineRef: GROWTH, from: november(6), to: november(7) });
    const range = { pipelineRef: PROFIT, from: november(5), to: november(8) };
    const reasons = async () =>
      (await store.touching(range)).map(({ reason }) => reason);
    const expected = ['all of it', 'ends in it', 'within', 'begins in it'];
    expect(await reasons()).toEqual(expected);
    const [first] = await store.touching(range);
    const cancel = { by: A, at: november(21), reason: 'No' };
    await store.cancel({ id: first.id, ...cancel });
    expect(await reasons()).toEqual(expected);
  });

  it('are read for judging of many pipelines at once: the active, not over', async () => {
    const { knex, store, add } = await prepare();
    const { exclusion: first } = await add({ to: november(11) });
    const { exclusion: later } = await add({
      from: november(12),
      to: november(13),
    });
    const { exclusion: gone } = await add({ from: november(2) });
    const cancel = { by: A, at: november(21), reason: 'No' };
    await store.cancel({ id: gone.id, ...cancel });
    const { exclusion: other } = await add({ pipelineRef: GROWTH });
    await add({ pipelineRef: 'pipeline:default/clicks' });

    const pipelineRefs = [PROFIT, GROWTH, 'pipeline:default/none'];
    const read = async (endAfter: Date) =>
      KnexExclusionStore.activeFor(knex, { pipelineRefs, endAfter });
    expect(await read(november(10, 23))).toEqual([other, first, later]);
    expect(await read(november(11))).toEqual([later]);
    expect(await read(november(13))).toEqual([]);
    await knex.transaction(async trx => {
      const options = { pipelineRefs, endAfter: november(11) };
      expect(await KnexExclusionStore.activeFor(trx, options)).toEqual([later]);
    });
    const none = { pipelineRefs: [], endAfter: november(1) };
    expect(await KnexExclusionStore.activeFor(knex, none)).toEqual([]);
  });

  it('of two backends at the same moment are stored once, and taken back once', async () => {
    const services = await twoMigrated(databases, id);
    const stores = await Promise.all(
      services.map(database => KnexExclusionStore.create({ database })),
    );
    const both = <T>(act: (store: KnexExclusionStore) => Promise<T>) =>
      Promise.all(stores.map(act));
    for (let day = 1; day <= 20; day++) {
      const exclusion = exclusionOf({ from: november(-day) });
      const options = { exclusion, most: day, endAfter: november(1) };
      const added = await both(store => store.add(options));
      expect(added.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
      expect(added[0].exclusion).toEqual(added[1].exclusion);
    }
    // The last place is given once.
    const race = await Promise.allSettled(
      stores.map((store, index) =>
        store.add({
          exclusion: exclusionOf({ to: november(12 + index) }),
          most: 21,
          endAfter: november(1),
        }),
      ),
    );
    expect(race.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    const listed = await stores[0].list({ pipelineRef: PROFIT, limit: 99 });
    expect(listed).toHaveLength(21);
    for (const { id: one } of listed) {
      const cancel = { id: one, by: A, at: november(21), reason: 'No' };
      const answers = await both(store => store.cancel(cancel));
      expect(answers.filter(answer => answer)).toHaveLength(1);
    }
    const knex = await services[0].getClient();
    expect(await knex('arrivals').select('id')).toHaveLength(42);
  });
});
