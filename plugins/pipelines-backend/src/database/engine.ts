import { Knex } from 'knex';

/** Whether rows can be locked; SQLite has one writer at a time instead. */
export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}
