// SQLite takes 32,766 variables in a statement, PostgreSQL 65,535.
const CHUNK = 1_000;

/** Asks for many keys a thousand at a time, and puts the answers together. */
export async function inChunks<TKey, TRow>(
  keys: readonly TKey[],
  ask: (chunk: readonly TKey[]) => PromiseLike<readonly TRow[]>,
): Promise<TRow[]> {
  const rows: TRow[] = [];
  for (let begin = 0; begin < keys.length; begin += CHUNK) {
    rows.push(...(await ask(keys.slice(begin, begin + CHUNK))));
  }
  return rows;
}
