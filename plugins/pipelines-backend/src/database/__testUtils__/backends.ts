import { DatabaseService } from '@backstage/backend-plugin-api';
import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import knexFactory, { Knex } from 'knex';
import { migrate } from '../migrate';

const connected: Knex[] = [];

afterAll(() => Promise.all(connected.map(knex => knex.destroy())));

/** The database of the plugin, as Backstage hands it over. */
export function serviceOf(knex: Knex): DatabaseService {
  return { getClient: async () => knex };
}

/**
 * Two backends on one new database. On PostgreSQL each has connections of its
 * own; a database in memory has one, for which the two wait in turn.
 */
export async function twoBackends(
  databases: TestDatabases,
  id: TestDatabaseId,
): Promise<[Knex, Knex]> {
  const knex = await databases.init(id);
  if (id === 'SQLITE_3') return [knex, knex];
  const other = knexFactory(knex.client.config);
  connected.push(other);
  return [knex, other];
}

/** A new database with our tables. */
export async function migrated(
  databases: TestDatabases,
  id: TestDatabaseId,
): Promise<DatabaseService> {
  const database = serviceOf(await databases.init(id));
  await migrate(database);
  return database;
}

/** {@link twoBackends} with our tables. */
export async function twoMigrated(
  databases: TestDatabases,
  id: TestDatabaseId,
): Promise<[DatabaseService, DatabaseService]> {
  const [one, other] = (await twoBackends(databases, id)).map(serviceOf);
  await migrate(one);
  return [one, other];
}
