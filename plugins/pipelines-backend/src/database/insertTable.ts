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

interface Table {
  readonly columns: readonly InsertColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * Rows as a `select` with few bindings: a list for each column on PostgreSQL, one
 * JSON text on SQLite. A statement with a binding for each cell takes longer to
 * write than to run.
 */
export function selectRows(
  knex: Knex,
  { columns, rows }: Table,
): { sql: string; bindings: string[] } {
  if (isPostgres(knex)) {
    const lists = columns.map(({ type }) => `?::${type}[]`).join(', ');
    return {
      sql: `select * from unnest(${lists})`,
      bindings: columns.map((_, index) => listOf(rows.map(row => row[index]))),
    };
  }
  const cells = columns
    .map((_, index) => `json_extract(value, '$[${index}]')`)
    .join(', ');
  // `where true` tells SQLite that an `on` that follows begins no join.
  return {
    sql: `select ${cells} from json_each(?) where true`,
    bindings: [JSON.stringify(rows)],
  };
}

/**
 * Inserts many small rows as one statement.
 *
 * @param options - `suffix` is what follows: `on conflict …`, `returning …`
 */
export async function insertTable(
  knex: Knex,
  options: Table & { table: string; suffix: string },
) {
  const { table, columns, suffix } = options;
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const { sql, bindings } = selectRows(knex, options);
  return knex.raw(
    `insert into "${table}" (${names}) ${sql} ${suffix}`,
    bindings,
  );
}
