import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { isPostgres } from './engine';

/** Where the migrations of this package lie. */
export const migrationsDirectory = resolvePackagePath(
  '@techflow/backstage-plugin-pipelines-backend',
  'migrations',
);

/**
 * Brings the tables to the form that this version needs. To be awaited once,
 * before any store is used.
 */
export async function migrate(database: DatabaseService): Promise<void> {
  if (database.migrations?.skip) return;
  const knex = await database.getClient();
  if (!isPostgres(knex)) {
    await knex.migrate.latest({ directory: migrationsDirectory });
    return;
  }
  // Two backends that start together on a new database would collide: Knex
  // creates its own tables before it locks, and fails if the lock is taken.
  await knex.transaction(async trx => {
    await trx.raw('select pg_advisory_xact_lock(hashtext(?))', [
      'pipelines migrations',
    ]);
    await trx.migrate.latest({ directory: migrationsDirectory });
  });
}
