import { TestDatabases } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { migrated, twoMigrated } from '../__testUtils__/backends';
import { KnexReviewStore } from './KnexReviewStore';
import { NewStoredReview, StoredReview } from './ReviewStore';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const PROFIT = 'pipeline:default/profit';
const GROWTH = 'pipeline:default/growth';
const A = 'user:default/a';
const B = 'user:default/b';

const november = (day: number, hour = 0, ms = 0) =>
  new Date(Date.UTC(2026, 10, day, hour, 0, 0, ms));

const OCTOBER = new Date('2026-10-01T04:00:00.000Z');

function reviewOf(other: Partial<NewStoredReview> = {}): NewStoredReview {
  return {
    pipelineRef: PROFIT,
    objective: 'sign-off',
    period: '2026-10',
    isApproved: true,
    by: A,
    at: november(3),
    ...other,
  };
}

const refused = { isApproved: false, comment: 'Revenue lacks "refunds"\n\\' };

describe.each(databases.eachSupportedId())('reviews on %s', id => {
  async function prepare() {
    const database = await migrated(databases, id);
    const knex = await database.getClient();
    const store = await KnexReviewStore.create({ database });
    const add = (
      other?: Partial<NewStoredReview>,
      { touchedFrom = OCTOBER, most = 100 } = {},
    ) => store.add({ review: reviewOf(other), touchedFrom, most });
    const list = async () => store.list({ pipelineRef: PROFIT, limit: 99 });
    return { knex, store, add, list };
  }

  it('come back as they were stored, newest first', async () => {
    const { add, list } = await prepare();
    const first = await add(refused);
    expect(first).toStrictEqual({
      review: { id: first.review.id, ...reviewOf(refused) },
      isNew: true,
    });
    const second = await add({ at: november(4) });
    expect(second).toStrictEqual({
      review: { id: second.review.id, ...reviewOf({ at: november(4) }) },
      isNew: true,
    });
    await add({ pipelineRef: GROWTH });
    expect(await list()).toStrictEqual([second.review, first.review]);
  });

  it('touch the rules in the same transaction, from the earlier instant on', async () => {
    const { knex, add } = await prepare();
    await add(refused);
    await add({ at: november(4) });
    await add({ at: november(5) });
    await add({ period: '2026-11' }, { touchedFrom: november(9) });
    const rows = await knex('arrivals').orderBy('id').select();
    const touch = { id: expect.any(Number), subject: PROFIT, by: A };
    const october = '{"review":"2026-10-01T04:00:00.000Z"}';
    expect(rows).toEqual([
      {
        ...touch,
        facts: october,
        reason: refused.comment,
        received_at: '2026-11-03T00:00:00.000Z',
      },
      {
        ...touch,
        facts: october,
        reason: 'Signed off 2026-10',
        received_at: '2026-11-04T00:00:00.000Z',
      },
      {
        ...touch,
        facts: '{"review":"2026-11-03T00:00:00.000Z"}',
        reason: 'Signed off 2026-11',
        received_at: '2026-11-03T00:00:00.000Z',
      },
    ]);
  });

  it('are not stored when the rules cannot be touched', async () => {
    const { knex, add, list } = await prepare();
    await knex.schema.dropTable('arrivals');
    await expect(add()).rejects.toThrow(/arrivals/);
    expect(await list()).toEqual([]);
  });

  it.each<[what: string, other: Partial<NewStoredReview>, isNew: boolean]>([
    ['what was said last', {}, false],
    ['another answer', { isApproved: true }, true],
    ['another comment', { comment: 'Costs too' }, true],
    ['no comment', { comment: undefined }, true],
    ['another person', { by: B }, true],
    ['another period', { period: '2026-09' }, true],
    ['another promise', { objective: 'other' }, true],
    ['another pipeline', { pipelineRef: GROWTH }, true],
  ])('that repeat %s are new or not', async (_, other, isNew) => {
    const { add } = await prepare();
    const first = await add(refused);
    const second = await add({ ...refused, at: november(4), ...other });
    expect(second.isNew).toBe(isNew);
    expect(second.review.id === first.review.id).toBe(!isNew);
  });

  it('may return to what was said before the last', async () => {
    const { add, list } = await prepare();
    await add();
    await add({ ...refused, at: november(4) });
    expect((await add({ at: november(5) })).isNew).toBe(true);
    expect(await list()).toHaveLength(3);
  });

  it('said later stand later, though the clock of another backend is behind', async () => {
    const { add, list } = await prepare();
    await add({ at: november(4) });
    const { review } = await add({ ...refused, at: november(3) });
    expect(review.at).toEqual(november(4, 0, 1));
    const [last] = await list();
    expect(last).toEqual(review);
  });

  it('are so many at most of one period', async () => {
    const { add } = await prepare();
    await add({}, { most: 2 });
    await add({ by: B }, { most: 2 });
    await expect(add({}, { most: 2 })).rejects.toThrow(ConflictError);
    await expect(add({}, { most: 2 })).rejects.toThrow(
      '2026-10 of sign-off of pipeline:default/profit was reviewed 2 times',
    );
    expect((await add({ by: B }, { most: 2 })).isNew).toBe(false);
    expect((await add({ period: '2026-09' }, { most: 2 })).isNew).toBe(true);
  });

  it('are listed page by page', async () => {
    const { store, add, list } = await prepare();
    for (let month = 1; month <= 7; month++) {
      const at = november(Math.ceil(month / 3));
      await add({ period: `2026-0${month}`, at });
    }
    const all = await list();
    const listed: StoredReview[] = [];
    const ofProfit = { pipelineRef: PROFIT, limit: 2 };
    for (let page = await store.list(ofProfit); page.length > 0; ) {
      listed.push(...page);
      const after = page[page.length - 1];
      page = await store.list({ ...ofProfit, after });
    }
    expect(listed).toHaveLength(7);
    expect(listed).toEqual(all);
    expect(listed).toEqual(
      [...all].sort((a, b) => +b.at - +a.at || (b.id < a.id ? -1 : 1)),
    );
  });

  it('are read for judging of many pipelines at once, in the order said', async () => {
    const { knex, add } = await prepare();
    const { review: first } = await add({ at: november(3) });
    const { review: second } = await add({ ...refused, at: november(5) });
    const { review: other } = await add({
      pipelineRef: GROWTH,
      at: november(4),
    });
    await add({ pipelineRef: 'pipeline:default/clicks' });
    const pipelineRefs = [PROFIT, GROWTH, 'pipeline:default/none'];
    const read = (since?: Date) =>
      KnexReviewStore.allFor(knex, { pipelineRefs, since });
    expect(await read()).toEqual([other, first, second]);
    expect(await read(november(3))).toEqual([other, first, second]);
    expect(await read(november(4))).toEqual([other, second]);
    expect(await read(november(6))).toEqual([]);
    const none = { pipelineRefs: [], since: november(3) };
    expect(await KnexReviewStore.allFor(knex, none)).toEqual([]);
  });

  it('of two backends at the same moment are stored once', async () => {
    const services = await twoMigrated(databases, id);
    const stores = await Promise.all(
      services.map(database => KnexReviewStore.create({ database })),
    );
    for (let year = 2000; year < 2020; year++) {
      const review = reviewOf({ period: `${year}-01` });
      const options = { review, touchedFrom: OCTOBER, most: 1 };
      const added = await Promise.all(stores.map(store => store.add(options)));
      expect(added.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
      expect(added[0].review).toEqual(added[1].review);
    }
    const knex = await services[0].getClient();
    expect(await knex('arrivals').select('id')).toHaveLength(20);
  });
});
