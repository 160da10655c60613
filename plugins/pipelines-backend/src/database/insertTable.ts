import { Knex } from 'knex';
import { isPostgres } from './engine';

/** A column of {@link insertTable}: its name, and its type on PostgreSQL. */
export interface InsertColumn {
  readonly name: string;
  readonly type: 'integer' | 'text' | 'double precision' | 'boolean';
}

type Cell = string | number | boolean | null;

/** A list in the text form of PostgreSQL's arrays. */
function listOf(cells: readonly Cell[]): string {
  const texts = cells.map(cell =>
    typeof cell === 'string'
      ? `"${cell.replace(/[\\"]/g, '\\$&')}"`
      : String(cell),
  );
  return `{${texts.join(',')}}`;
}

/**
 * Inserts many small rows as one statement with few bindings: a list for each
 * column on PostgreSQL, one JSON text on SQLite. A statement with a binding for
 * each cell takes longer to write than to run.
 *
 * @param options - `suffix` is what follows: `on conflict …`, `returning …`
 */
export async function insertTable(
  knex: Knex,
  options: {
    table: string;
    columns: readonly InsertColumn[];
    rows: readonly (readonly Cell[])[];
    suffix: string;
  },
) {
  const { table, columns, rows, suffix } = options;
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const into = `insert into "${table}" (${names})`;
  if (isPostgres(knex)) {
    const lists = columns.map(({ type }) => `?::${type}[]`).join(', ');
    return knex.raw(
      `${into} select * from unnest(${lists}) ${suffix}`,
      columns.map((_, index) => listOf(rows.map(row => row[index]))),
    );
  }
  const cells = columns
    .map((_, index) => `json_extract(value, '$[${index}]')`)
    .join(', ');
  // `where true` tells SQLite that `on` begins no join.
  return knex.raw(
    `${into} select ${cells} from json_each(?) where true ${suffix}`,
    [JSON.stringify(rows)],
  );
}
