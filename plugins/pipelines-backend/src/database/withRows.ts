import { Knex } from 'knex';
import { InsertColumn, selectRows } from './insertTable';

/** A table written into a statement: its name, and what it holds. */
export interface NamedRows {
  readonly name: string;
  readonly columns: readonly InsertColumn[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

/**
 * Many rows as a table that a statement can join, so that one statement asks for
 * many things, each with bounds of its own.
 *
 * @returns what stands before the statement, `with name(…) as (…)`
 */
export function withRows(
  knex: Knex,
  { name, columns, rows }: NamedRows,
): { sql: string; bindings: string[] } {
  const names = columns.map(column => `"${column.name}"`).join(', ');
  const { sql, bindings } = selectRows(knex, { columns, rows });
  return { sql: `with ${name}(${names}) as (${sql})`, bindings };
}

/**
 * The rows that a raw statement answers: a list on SQLite, within an object on
 * PostgreSQL.
 */
export async function rowsOf<T>(answer: Knex.Raw): Promise<T[]> {
  const found: T[] | { rows: T[] } = await answer;
  return Array.isArray(found) ? found : found.rows;
}
