import { TestDatabases } from '@backstage/backend-test-utils';
import { Measurement } from '../../ingest/heard';
import { migrated, twoMigrated } from '../__testUtils__/backends';
import { CLICKS, figure, newStore, on } from './__testUtils__/figures';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const NOVEMBER = { from: on('01 00:00'), to: on('30 00:00') };

describe.each(databases.eachSupportedId())('figures on %s', engine => {
  async function start() {
    const database = await migrated(databases, engine);
    const store = await newStore(database);
    const write = (
      measurements: readonly Measurement[],
      receivedAt = on('09 12:00'),
    ) => store.write({ measurements, receivedAt });
    const points = async (id: number) =>
      (await store.listPoints({ id, ...NOVEMBER, limit: 99 })).map(
        ({ at, value }) => [at.toISOString().slice(8, 16), value],
      );
    return { database, knex: await database.getClient(), points, store, write };
  }

  it('are read as they were written, oldest first', async () => {
    const { store, write } = await start();
    const [id] = await write([
      figure('03 07:00', { good: 3, total: 4 }),
      figure('03 06:00', -1.5),
      figure('03 08:00', { good: 0, total: 0 }),
    ]);
    expect(await store.listPoints({ id, ...NOVEMBER, limit: 9 })).toEqual([
      { at: on('03 06:00'), value: -1.5 },
      { at: on('03 07:00'), value: 0.75, good: 3, total: 4 },
      // Nothing out of nothing is neither 0 nor 1.
      { at: on('03 08:00'), good: 0, total: 0 },
    ]);
  });

  it('of a range are those from its begin on, before its end, up to a limit', async () => {
    const { store, write } = await start();
    const times = ['03 06:00', '03 07:00', '03 08:00', '03 09:00'];
    const [id] = await write(times.map(at => figure(at, 1)));
    const range = { id, from: on('03 07:00'), to: on('03 09:00') };
    const found = await store.listPoints({ ...range, limit: 9 });
    expect(found.map(({ at }) => at)).toEqual([on('03 07:00'), on('03 08:00')]);
    expect(await store.listPoints({ ...range, limit: 1 })).toHaveLength(1);
  });

  it.each([
    ['the subject', { subject: { pipelineRef: 'pipeline:default/profit' } }],
    ['a job in place of a pipeline', { subject: { jobId: 'job' } }],
    ['the metric', { metric: 'depth' }],
    ['a dimension', { dimensions: { topic: 'b' } }],
    ['a further dimension', { dimensions: { topic: 'a', region: 'x' } }],
  ])('are of another series, when they differ in %s', async (_, change) => {
    const { store, write } = await start();
    const dimensions = { topic: 'a' };
    const [one] = await write([figure('03 06:00', 1, { dimensions })]);
    const changed = figure('03 06:00', 2, { dimensions, ...change });
    const [other] = await write([changed]);
    expect(other).not.toBe(one);
    expect(await store.getSeries({ id: other })).toEqual({
      id: other,
      subject: changed.subject,
      metric: changed.metric,
      dimensions: changed.dimensions,
    });
  });

  it('are of one series whatever the order of the dimensions', async () => {
    const { write } = await start();
    const ids = await write([
      figure('03 06:00', 1, { dimensions: { a: '1', b: '2' } }),
      figure('03 07:00', 1, { dimensions: { b: '2', a: '1' } }),
    ]);
    expect(ids).toHaveLength(1);
  });

  it('are of one series for every backend, also where all make it at once', async () => {
    const both = await twoMigrated(databases, engine);
    const stores = await Promise.all([...both, ...both].map(newStore));
    for (let round = 0; round < 15; round += 1) {
      const metric = `metric-${round}`;
      const written = await Promise.all(
        stores.map((store, index) =>
          store.write({
            measurements: [figure(`03 0${index}:00`, 1, { metric })],
            receivedAt: on('03 12:00'),
          }),
        ),
      );
      const ids = new Set(written.flat());
      expect(ids.size).toBe(1);
      const [id] = ids;
      const found = await stores[0].listPoints({ id, ...NOVEMBER, limit: 9 });
      expect(found).toHaveLength(4);
    }
  });

  it('leave no hole in the ids of series, however often they are written', async () => {
    const { database, write } = await start();
    const [first] = await write([figure('03 06:00', 1)]);
    for (let times = 0; times < 5; times += 1) {
      // A backend that was started anew.
      const store = await newStore(database);
      await store.write({
        measurements: [figure('03 06:00', 1)],
        receivedAt: on('03 12:00'),
      });
    }
    const [next] = await write([figure('03 06:00', 1, { metric: 'depth' })]);
    expect(next).toBe(first + 1);
  });

  describe('of the same name', () => {
    const run = { key: 'run' };

    it.each([
      ['in order', ['1', '2']],
      ['the other way round', ['2', '1']],
      ['and a repeat of the older one', ['1', '2', '1']],
    ])('are one: that of the later version, told %s', async (_, versions) => {
      const { points, write } = await start();
      let ids: number[] = [];
      for (const version of versions) {
        const value = Number(version);
        ids = await write([figure('03 06:00', value, { ...run, version })]);
      }
      expect(await points(ids[0])).toEqual([['03T06:00', 2]]);
    });

    it('are one also within one request', async () => {
      const { points, write } = await start();
      const [id] = await write([
        figure('03 06:00', 2, { ...run, version: '2' }),
        figure('03 06:00', 1, { ...run, version: '1' }),
      ]);
      expect(await points(id)).toEqual([['03T06:00', 2]]);
    });

    it('are the one that came last, where no version is told', async () => {
      const { points, write } = await start();
      await write([figure('03 06:00', 1)], on('03 07:00'));
      const [id] = await write([figure('03 06:00', 2)], on('03 08:00'));
      expect(await points(id)).toEqual([['03T06:00', 2]]);
      await write(
        [figure('03 06:00', 3), figure('03 06:00', 4)],
        on('03 09:00'),
      );
      expect(await points(id)).toEqual([['03T06:00', 4]]);
    });

    it('are the one that came last, also in the same millisecond', async () => {
      const { points, write } = await start();
      await write([figure('03 06:00', 1)]);
      const [id] = await write([figure('03 06:00', 2)]);
      expect(await points(id)).toEqual([['03T06:00', 2]]);
    });

    it('may be of another time, when they are corrected', async () => {
      const { points, write } = await start();
      await write([figure('03 06:00', 1, { ...run, version: '1' })]);
      const [id] = await write([
        figure('04 07:00', 2, { ...run, version: '2' }),
      ]);
      expect(await points(id)).toEqual([['04T07:00', 2]]);
    });

    it('are two where their series are two', async () => {
      const { points, write } = await start();
      const ids = await write([
        figure('03 06:00', 1, run),
        figure('03 06:00', 2, { ...run, metric: 'depth' }),
      ]);
      expect(await points(ids[0])).toEqual([['03T06:00', 1]]);
      expect(await points(ids[1])).toEqual([['03T06:00', 2]]);
    });
  });

  it('are listed by series: by metric, then by age, page by page', async () => {
    const { store, write } = await start();
    const ofJob = { subject: { jobId: 'job' } };
    await write([
      figure('03 06:00', 1, { metric: 'rows', dimensions: { a: '1' } }),
      figure('03 06:00', 1, { metric: 'lag', ...ofJob }),
      figure('03 06:00', 1, { metric: 'lag' }),
      figure('03 06:00', 1, { metric: 'rows', dimensions: { a: '2' } }),
      figure('03 06:00', 1, { subject: { jobId: 'of somebody else' } }),
    ]);
    const subjects = [{ pipelineRef: CLICKS }, { jobId: 'job' }];
    const all = await store.listSeries({ subjects, limit: 9 });
    expect(all.map(({ metric }) => metric)).toEqual([
      'lag',
      'lag',
      'rows',
      'rows',
    ]);
    expect(all).toContainEqual(expect.objectContaining(ofJob));
    const pages = [];
    let after: (typeof all)[number] | undefined;
    for (let page = 0; page < 4; page += 1) {
      [after] = await store.listSeries({ subjects, limit: 1, after });
      pages.push(after);
    }
    expect(pages).toEqual(all);
    expect(await store.listSeries({ subjects, limit: 9, after })).toEqual([]);
  });

  it('have a latest one in each series', async () => {
    const { store, write } = await start();
    const [one, other] = await write([
      figure('03 06:00', 1),
      figure('03 08:00', 3),
      figure('03 07:00', 2),
      figure('03 05:00', { good: 1, total: 2 }, { metric: 'ratio' }),
    ]);
    const latest = await store.latest({ ids: [one, other, 999] });
    expect(latest).toEqual(
      new Map([
        [one, { at: on('03 08:00'), value: 3 }],
        [other, { at: on('03 05:00'), value: 0.5, good: 1, total: 2 }],
      ]),
    );
    expect(await store.latest({ ids: [] })).toEqual(new Map());
  });

  it('have one latest, also where two are of one instant', async () => {
    const { store, write } = await start();
    const [id] = await write([
      figure('03 06:00', 2, { key: 'b' }),
      figure('03 06:00', 1, { key: 'a' }),
    ]);
    expect((await store.latest({ ids: [id] })).get(id)?.value).toBe(2);
  });

  it('are of no series that nobody wrote', async () => {
    const { store } = await start();
    expect(await store.getSeries({ id: 7 })).toBeUndefined();
    expect(
      await store.write({ measurements: [], receivedAt: on('03 06:00') }),
    ).toEqual([]);
  });

  it('are written also when they are thousands, of thousands of series', async () => {
    const { knex, write } = await start();
    const measurements = Array.from({ length: 3_000 }, (_, index) =>
      figure('03 06:00', index, { dimensions: { index: String(index) } }),
    );
    const ids = await write(measurements);
    expect(new Set(ids).size).toBe(3_000);
    const [{ sum }] = await knex('measurements').sum({ sum: 'value' });
    expect(sum).toBe((2_999 * 3_000) / 2);
  });
});
