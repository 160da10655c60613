const ROWS = 100;

/**
 * Rows a hundred at a time: SQLite takes 500 at most in one insert, and Knex says
 * so only by failing.
 */
export function slicesOf<T>(rows: readonly T[]): T[][] {
  const slices: T[][] = [];
  for (let begin = 0; begin < rows.length; begin += ROWS) {
    slices.push(rows.slice(begin, begin + ROWS));
  }
  return slices;
}
