/** Pages that are asked for at most; a month of one slot a minute has more. */
const MOST_PAGES = 50;

/** Fetches a list that comes in pages to its end. */
export async function allPages<T>(
  load: (cursor?: string) => Promise<{ items: T[]; nextCursor?: string }>,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await load(cursor);
    items.push(...answer.items);
    cursor = answer.nextCursor;
    if (!cursor) break;
  }
  return items;
}
