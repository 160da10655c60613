import { Knex } from 'knex';
import { isPostgres } from './engine';

/**
 * Joins rows of a table to those before it, which a statement brings along. Each
 * of these looks its rows up by an index: left to itself, PostgreSQL does not know
 * how few a bound leaves, and reads the whole table instead.
 *
 * @param options - `where` may name columns of what stands before
 */
export function eachRow(
  knex: Knex,
  options: { table: string; as: string; where: string },
): string {
  const { table, as, where } = options;
  // With an `offset` it is planned by itself.
  return isPostgres(knex)
    ? `cross join lateral (
        select * from ${table} ${as} where ${where} offset 0) ${as}`
    : `join ${table} ${as} on ${where}`;
}
