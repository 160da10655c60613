import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { twoBackends } from '../database/__testUtils__/backends';
import { startPipelines } from './startPipelines';

type Options = Omit<Parameters<typeof startPipelines>[0], 'knex'>;

/** Two backends on one new database, one started after the other. */
export async function startTwoPipelines(
  databases: TestDatabases,
  id: TestDatabaseId,
  options: Options,
) {
  const [one, other] = await twoBackends(databases, id);
  const first = await startPipelines({ ...options, knex: one });
  const second = await startPipelines({ ...options, knex: other });
  return { backends: [first, second] as const, knex: one };
}
