import { TestDatabases } from '@backstage/backend-test-utils';
import { migrated } from '../database/__testUtils__/backends';
import { batchesOf } from './__testUtils__/batchesOf';
import { companyYear } from './__testUtils__/companyYear';
import { faultyRevisions } from './__testUtils__/faultyRevisions';
import { compareWithScratch } from './__testUtils__/fromScratch';
import { keptIn, keptOf } from './__testUtils__/keptFacts';
import { SimulatedBackend } from './__testUtils__/SimulatedBackend';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const SEED = Number(process.env.PIPELINES_SEED ?? Date.now() % 2 ** 31);
const SEVEN_WEEKS = 49;
const BATCHES_BETWEEN = 10;

describe.each(databases.eachSupportedId())(
  'weeks of a company on %s',
  engine => {
    it.each([1, SEED])(
      'judged event by event are the weeks judged from scratch, PIPELINES_SEED=%d',
      async seed => {
        const database = await migrated(databases, engine);
        const knex = await database.getClient();
        const backend = await SimulatedBackend.create({ database });
        const year = companyYear({ seed, days: SEVEN_WEEKS });
        const batches = batchesOf(year);
        for (const [index, batch] of batches.entries()) {
          await backend.handle(batch);
          const isLast = index === batches.length - 1;
          if (!isLast && index % BATCHES_BETWEEN !== 0) continue;
          const { differences } = await compareWithScratch(knex, batch.now);
          expect(differences).toEqual([]);
        }
        expect(await keptIn(knex)).toEqual(keptOf(year.deliveries));
        expect(await faultyRevisions(knex)).toEqual([]);
      },
      120_000,
    );
  },
);
