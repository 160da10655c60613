import { TestDatabases } from '@backstage/backend-test-utils';
import { Measurement } from '../../ingest/heard';
import { migrated } from '../__testUtils__/backends';
import { figure, newStore, on } from './__testUtils__/figures';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const NOW = on('20 12:00');
const PAST = { from: on('01 00:00'), to: on('19 23:59') };

describe.each(databases.eachSupportedId())('days of figures on %s', engine => {
  async function start() {
    const database = await migrated(databases, engine);
    const store = await newStore(database);
    const knex = await database.getClient();
    const write = (
      measurements: readonly Measurement[],
      receivedAt = on('09 12:00'),
    ) => store.write({ measurements, receivedAt });
    const rollUp = (limit = 99, before = on('19 12:00')) =>
      store.rollUp({ before, limit, now: NOW });
    const days = (id: number, range = PAST) => store.listDays({ id, ...range });
    const open = async () =>
      (
        await knex('measurement_days').whereNull('rolled_at').orderBy('day')
      ).map(({ day }) => day);
    return { database, days, knex, open, rollUp, store, write };
  }

  const someDays = [
    figure('03 00:00', 4),
    figure('03 12:00', -1),
    figure('03 23:59', 2.5),
    figure('05 06:00', 7),
  ];

  const sums = [
    { day: '2026-11-03', count: 3, min: -1, max: 4, last: 2.5, sum: 5.5 },
    { day: '2026-11-05', count: 1, min: 7, max: 7, last: 7, sum: 7 },
  ];

  it('are what a person would add up, before they are rolled up and after', async () => {
    const { days, rollUp, write } = await start();
    const [id] = await write(someDays);
    expect(await days(id)).toEqual(sums);
    expect(await rollUp()).toBe(2);
    expect(await days(id)).toEqual(sums);
  });

  it('have the sums of counts, and the shares of those that have one', async () => {
    const { days, rollUp, write } = await start();
    const [id] = await write([
      figure('03 06:00', { good: 9, total: 10 }),
      figure('03 07:00', { good: 1, total: 2 }),
      figure('03 08:00', { good: 0, total: 0 }),
    ]);
    const expected = [
      {
        day: '2026-11-03',
        count: 3,
        min: 0.5,
        max: 0.9,
        last: 0.5,
        sum: 1.4,
        good: 10,
        total: 12,
      },
    ];
    expect(await days(id)).toEqual(expected);
    await rollUp();
    expect(await days(id)).toEqual(expected);
  });

  it('have no share, where there was nothing to count all day', async () => {
    const { days, rollUp, write } = await start();
    const [id] = await write([figure('03 06:00', { good: 0, total: 0 })]);
    await rollUp();
    expect(await days(id)).toEqual([
      { day: '2026-11-03', count: 1, good: 0, total: 0 },
    ]);
  });

  it('are read from sums and from figures together', async () => {
    const { days, knex, rollUp, write } = await start();
    const [id] = await write(someDays);
    await rollUp(99, on('04 12:00'));
    // What was summed up is not looked at again.
    await knex('measurements').where('at', '<', '2026-11-04').delete();
    expect(await days(id)).toEqual(sums);
  });

  it('are each given once, where late figures came before and after them', async () => {
    const { days, rollUp, write } = await start();
    const [id] = await write(
      ['03', '04', '05'].map(day => figure(`${day} 06:00`, 1)),
    );
    await rollUp();
    await write([figure('03 07:00', 1), figure('05 07:00', 1)]);
    const counts = (await days(id)).map(({ day, count }) => [day, count]);
    expect(counts).toEqual([
      ['2026-11-03', 2],
      ['2026-11-04', 1],
      ['2026-11-05', 2],
    ]);
  });

  it('of a range are those of its first and last day, and between', async () => {
    const { days, rollUp, write } = await start();
    const [id] = await write(
      ['02', '03', '04', '05'].map(day => figure(`${day} 06:00`, 1)),
    );
    await rollUp(2);
    const range = { from: on('03 23:00'), to: on('04 01:00') };
    const found = await days(id, range);
    expect(found.map(({ day }) => day)).toEqual(['2026-11-03', '2026-11-04']);
  });

  it('are of one series alone', async () => {
    const { days, rollUp, write } = await start();
    const [one, other] = await write([
      figure('03 06:00', 1),
      figure('03 06:00', 5, { metric: 'depth' }),
    ]);
    await rollUp();
    expect((await days(one))[0].sum).toBe(1);
    expect((await days(other))[0].sum).toBe(5);
  });

  it('are rolled up once, the oldest first, a few at a time', async () => {
    const { open, rollUp, write } = await start();
    await write(['04', '02', '03'].map(day => figure(`${day} 06:00`, 1)));
    expect(await rollUp(2)).toBe(2);
    expect(await open()).toEqual(['2026-11-04']);
    expect(await rollUp(2)).toBe(1);
    expect(await rollUp(2)).toBe(0);
  });

  it('are not rolled up before they are past', async () => {
    const { open, rollUp, write } = await start();
    await write([figure('18 06:00', 1), figure('19 06:00', 1)]);
    expect(await rollUp()).toBe(1);
    expect(await open()).toEqual(['2026-11-19']);
  });

  it('are rolled up again, when a figure comes late', async () => {
    const { days, open, rollUp, write } = await start();
    const [id] = await write([figure('03 06:00', 1)]);
    await rollUp();
    await write([figure('03 07:00', 2)]);
    expect(await open()).toEqual(['2026-11-03']);
    expect(await days(id)).toEqual([
      expect.objectContaining({ count: 2, sum: 3, last: 2 }),
    ]);
    expect(await rollUp()).toBe(1);
    expect((await days(id))[0].sum).toBe(3);
  });

  it('are rolled up again also after another backend did it', async () => {
    const { database, days, rollUp, write } = await start();
    const other = await newStore(database);
    const [id] = await write([figure('18 06:00', 1)], on('18 12:00'));
    // The writer remembers that it has noted this day.
    await write([figure('18 07:00', 1)], on('18 12:00'));
    await other.rollUp({ before: on('19 12:00'), limit: 9, now: NOW });
    await write([figure('18 08:00', 1)], on('20 12:00'));
    expect(await rollUp()).toBe(1);
    expect((await days(id))[0].count).toBe(3);
  });

  it('lose a figure that was corrected to another day', async () => {
    const { days, rollUp, write } = await start();
    const run = { key: 'run' };
    const [id] = await write([figure('03 06:00', 1, { ...run, version: '1' })]);
    await rollUp();
    await write([figure('05 06:00', 2, { ...run, version: '2' })]);
    await rollUp();
    expect(await days(id)).toEqual([
      expect.objectContaining({ day: '2026-11-05', sum: 2 }),
    ]);
  });

  it('are not made by a figure that counts elsewhere', async () => {
    const { days, open, rollUp, write } = await start();
    const run = { key: 'run' };
    const [id] = await write([figure('05 06:00', 2, { ...run, version: '2' })]);
    await write([figure('03 06:00', 1, { ...run, version: '1' })]);
    const expected = [expect.objectContaining({ day: '2026-11-05', sum: 2 })];
    expect(await days(id)).toEqual(expected);
    await rollUp();
    expect(await days(id)).toEqual(expected);
    // Nor does it wait to be rolled up for ever.
    expect(await open()).toEqual([]);
  });

  it('keep their sums, when their figures are deleted', async () => {
    const { days, knex, rollUp, store, write } = await start();
    const [id] = await write(someDays);
    await rollUp();
    const before = on('05 12:00');
    expect(await store.hasDeletedDays({ id, ...PAST })).toBe(false);
    expect(await store.deleteBefore({ before, limit: 9 })).toBe(1);
    expect(await store.deleteBefore({ before, limit: 9 })).toBe(0);
    const left = await knex('measurements').select('at');
    expect(left).toEqual([{ at: '2026-11-05T06:00:00.000Z' }]);
    expect(await days(id)).toEqual(sums);
    expect(await store.hasDeletedDays({ id, ...PAST })).toBe(true);
    const later = { from: on('04 00:00'), to: on('09 00:00') };
    expect(await store.hasDeletedDays({ id, ...later })).toBe(false);
  });

  it('keep their figures, until they are rolled up', async () => {
    const { knex, store, write } = await start();
    await write(someDays);
    const before = on('20 00:00');
    expect(await store.deleteBefore({ before, limit: 9 })).toBe(0);
    expect(await knex('measurements').select()).toHaveLength(4);
  });

  it('have their figures deleted the oldest first, a few days at a time', async () => {
    const { knex, rollUp, store, write } = await start();
    await write(someDays);
    await rollUp();
    const before = on('20 00:00');
    expect(await store.deleteBefore({ before, limit: 1 })).toBe(1);
    expect(await knex('measurements').select()).toHaveLength(1);
    expect(await store.deleteBefore({ before, limit: 1 })).toBe(1);
    expect(await knex('measurements').select()).toHaveLength(0);
  });

  it('are forgotten in the end, but not while their figures are there', async () => {
    const { days, rollUp, store, write } = await start();
    const [id] = await write(someDays);
    await rollUp();
    await store.deleteBefore({ before: on('05 00:00'), limit: 9 });
    expect(await store.deleteDaysBefore({ before: on('03 12:00') })).toBe(0);
    expect(await store.deleteDaysBefore({ before: on('20 12:00') })).toBe(1);
    const left = await days(id);
    expect(left.map(({ day }) => day)).toEqual(['2026-11-05']);
  });

  it('keep their sums, when a figure comes after theirs were deleted', async () => {
    const { days, rollUp, store, write } = await start();
    const [id] = await write(someDays);
    await rollUp();
    await store.deleteBefore({ before: on('20 00:00'), limit: 9 });
    await write([figure('03 07:00', 100)]);
    await rollUp();
    expect(await days(id)).toEqual(sums);
  });

  it('are rolled up whatever is sent: what no sum can hold is left out of it', async () => {
    const { days, rollUp, write } = await start();
    const [id] = await write([
      figure('03 06:00', 1.7e308),
      figure('03 07:00', 1.7e308),
      figure('03 08:00', 5),
      figure('03 09:00', { good: 1.7e308, total: 1.7e308 }),
      figure('03 10:00', { good: 1.7e308, total: 1.7e308 }),
    ]);
    expect(await rollUp()).toBe(1);
    expect(await days(id)).toEqual([
      { day: '2026-11-03', count: 5, min: 1, max: 1.7e308, last: 1, sum: 7 },
    ]);
  });
});
