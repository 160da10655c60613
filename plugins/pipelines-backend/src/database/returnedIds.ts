import { z } from 'zod';

const rows = z.array(z.object({ id: z.string() }));
// A raw statement answers its rows on SQLite, an object with rows on PostgreSQL.
const answer = z.union([rows, z.object({ rows }).transform(each => each.rows)]);

/** The ids that a raw statement returned: of rows that were not there before. */
export function returnedIds(result: unknown): Set<string> {
  return new Set(answer.parse(result).map(({ id }) => id));
}
