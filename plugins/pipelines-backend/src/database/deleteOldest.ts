import { Knex } from 'knex';
import { fromDate } from './instant';

/**
 * Deletes rows whose instant is before another, the oldest first.
 *
 * @returns how many, at most `limit`: a long transaction would hold up writers
 */
export async function deleteOldest(
  knex: Knex,
  options: { table: string; column: string; before: Date; limit: number },
): Promise<number> {
  const { table, column, before, limit } = options;
  const oldest = knex(table)
    .where(column, '<', fromDate(before))
    .orderBy(column)
    .limit(limit)
    .select('id');
  return knex(table).whereIn('id', oldest).delete();
}
