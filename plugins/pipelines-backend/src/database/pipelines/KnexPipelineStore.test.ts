import { TestDatabases } from '@backstage/backend-test-utils';
import { profitSpec } from '../../__testUtils__/profit';
import { twoMigrated } from '../__testUtils__/backends';
import { KnexPipelineStore } from './KnexPipelineStore';
import { Claim } from './PipelineStore';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const AT = new Date('2026-11-01T12:00:00Z');
const refOf = (name: string) => `pipeline:default/${name}`;

describe.each(databases.eachSupportedId())('pipelines on %s', engine => {
  async function start() {
    const both = await twoMigrated(databases, engine);
    const [store, other] = await Promise.all(
      both.map(database => KnexPipelineStore.create({ database })),
    );
    const claimsOf = (name: string, jobs: string[]): Claim[] =>
      jobs.map(jobId => ({ pipelineRef: refOf(name), jobId }));
    const record = (name: string, jobs: string[], by = store) =>
      by.record({
        pipeline: { ref: refOf(name), spec: profitSpec({ purpose: name }) },
        claims: claimsOf(name, jobs),
        at: AT,
      });
    const jobsOf = async (name: string) =>
      (await store.claimsBy({ ref: refOf(name) }))
        .map(({ jobId }) => jobId)
        .sort();
    return { claimsOf, jobsOf, other, record, store };
  }

  it('are known as they were recorded', async () => {
    const { record, store } = await start();
    await record('profit', []);
    expect(await store.get({ ref: refOf('profit') })).toEqual({
      ref: refOf('profit'),
      spec: profitSpec({ purpose: 'profit' }),
    });
    expect(await store.get({ ref: refOf('growth') })).toBeUndefined();
  });

  it('claim what they claimed last', async () => {
    const { jobsOf, record, store } = await start();
    await record('profit', ['a', 'b']);
    await record('growth', ['b', 'c']);
    await record('profit', ['b', 'd']);
    expect(await jobsOf('profit')).toEqual(['b', 'd']);
    expect(await jobsOf('growth')).toEqual(['b', 'c']);
    await record('profit', []);
    expect(await jobsOf('profit')).toEqual([]);
    expect(await store.listRefs({ limit: 9 })).toHaveLength(2);
  });

  it('say for which audience they claim a job', async () => {
    const { store } = await start();
    const pipelineRef = refOf('profit');
    const claims = [
      { pipelineRef, jobId: 'a', audience: 'investors' },
      { pipelineRef, jobId: 'b' },
    ];
    await store.record({
      pipeline: { ref: pipelineRef, spec: profitSpec() },
      claims,
      at: AT,
    });
    const found = await store.claimsBy({ ref: pipelineRef });
    expect(found.sort((a, b) => a.jobId.localeCompare(b.jobId))).toEqual(
      claims,
    );
  });

  it('are found by the jobs they claim', async () => {
    const { claimsOf, record, store } = await start();
    await record('profit', ['a', 'b']);
    await record('growth', ['b']);
    const found = await store.claimsOn({ jobIds: ['b', 'c'] });
    expect(found).toHaveLength(2);
    expect(found).toEqual(
      expect.arrayContaining([
        ...claimsOf('profit', ['b']),
        ...claimsOf('growth', ['b']),
      ]),
    );
    expect(await store.claimsOn({ jobIds: [] })).toEqual([]);
  });

  it('may claim more jobs than a statement of SQLite takes', async () => {
    const { jobsOf, record } = await start();
    await record(
      'profit',
      Array.from({ length: 1_100 }, (_, index) => String(index)),
    );
    expect(await jobsOf('profit')).toHaveLength(1_100);
  });

  it('are forgotten with their claims, and no others', async () => {
    const { jobsOf, record, store } = await start();
    await record('profit', ['a']);
    await record('growth', ['a']);
    await store.remove({ refs: [refOf('profit'), refOf('nobody')] });
    expect(await store.get({ ref: refOf('profit') })).toBeUndefined();
    expect(await jobsOf('profit')).toEqual([]);
    expect(await jobsOf('growth')).toEqual(['a']);
  });

  it('are listed in their order, from after one on', async () => {
    const { record, store } = await start();
    for (const name of ['c', 'a', 'd', 'b']) await record(name, []);
    expect(await store.listRefs({ limit: 2 })).toEqual(['a', 'b'].map(refOf));
    expect(await store.listRefs({ limit: 9, after: refOf('b') })).toEqual(
      ['c', 'd'].map(refOf),
    );
  });

  it('are what one of two backends says, when both record them at once', async () => {
    const { jobsOf, other, record } = await start();
    for (let round = 0; round < 10; round += 1) {
      await Promise.all([
        record('profit', ['a', 'b'], other),
        record('profit', ['b', 'c']),
      ]);
      const jobs = (await jobsOf('profit')).join();
      expect(['a,b', 'b,c']).toContain(jobs);
    }
  });
});
