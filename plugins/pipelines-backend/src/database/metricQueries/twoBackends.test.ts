import { TestDatabases } from '@backstage/backend-test-utils';
import { twoMigrated } from '../__testUtils__/backends';
import { at, claimAt, depth, lagOf } from './__testUtils__/questions';
import { KnexMetricQueryStore } from './KnexMetricQueryStore';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())(
  'questions of two backends on %s',
  id => {
    it('go to one of several who claim at the same moment', async () => {
      const [one, other] = await Promise.all(
        (
          await twoMigrated(databases, id)
        ).map(database => KnexMetricQueryStore.create({ database })),
      );
      const refs = Array.from(
        { length: 100 },
        (_, index) => `pipeline:default/p${index}`,
      );
      for (const pipelineRef of refs) {
        await one.replaceFor({ pipelineRef, questions: [lagOf()], now: at(0) });
      }
      const claimAll = async (store: KnexMetricQueryStore, owner: string) => {
        const claimed: string[] = [];
        for (;;) {
          const questions = await store.claimDue(claimAt(0, owner, 7));
          if (questions.length === 0) return claimed;
          claimed.push(...questions.map(({ pipelineRef }) => pipelineRef));
        }
      };
      const claimed = await Promise.all([
        claimAll(one, 'a'),
        claimAll(other, 'b'),
        claimAll(one, 'c'),
        claimAll(other, 'd'),
      ]);
      expect(claimed.flat().sort()).toEqual([...refs].sort());
    });

    it('are stored once when two backends hear of a spec at the same moment', async () => {
      const stores = await Promise.all(
        (
          await twoMigrated(databases, id)
        ).map(database => KnexMetricQueryStore.create({ database })),
      );
      for (let round = 0; round < 20; round++) {
        const spec = { pipelineRef: `pipeline:default/p${round}`, now: at(0) };
        await Promise.all(
          stores.map(store =>
            store.replaceFor({ ...spec, questions: [lagOf(), depth] }),
          ),
        );
        expect(await stores[0].listOf(spec)).toHaveLength(2);
      }
    });
  },
);

// SQLite has one writer at a time, which is waited for.
if (databases.supports('POSTGRES_18')) {
  describe('questions of two backends on POSTGRES_18', () => {
    it('are claimed without waiting for those another is claiming just now', async () => {
      const [one, other] = await twoMigrated(databases, 'POSTGRES_18');
      const store = await KnexMetricQueryStore.create({ database: one });
      for (const name of ['1', '2', '3']) {
        const pipelineRef = `pipeline:default/${name}`;
        await store.replaceFor({
          pipelineRef,
          questions: [lagOf()],
          now: at(0),
        });
      }
      const knex = await other.getClient();
      await knex.transaction(async trx => {
        await trx('metric_queries')
          .where({ pipeline_ref: 'pipeline:default/1' })
          .forUpdate();
        const claimed = await store.claimDue(claimAt(0));
        expect(claimed.map(({ pipelineRef }) => pipelineRef)).toEqual([
          'pipeline:default/2',
          'pipeline:default/3',
        ]);
      });
      expect(await store.claimDue(claimAt(0))).toHaveLength(1);
    });
  });
}
