import { z } from 'zod';
import { instant, pageLimit } from '../router/parse';

/** Where a page, newest first, goes on: after what has this time and id. */
interface Position {
  readonly at: Date;
  readonly id: string;
}

const cursor = z
  .string({ error: 'must be the nextCursor of a page' })
  .transform(text => {
    const at = text.indexOf('_');
    return { at: text.slice(0, at), id: text.slice(at + 1) };
  })
  .pipe(
    z.object(
      { at: instant, id: z.guid() },
      {
        error: 'must be the nextCursor of a page',
      },
    ),
  );

/** The query of a list that pages by cursor. */
export const pageQuery = z.strictObject({
  limit: pageLimit({ usual: 50, most: 200 }),
  cursor: cursor.optional(),
});

/**
 * A page of what was read with a limit one above that of the page: the one more
 * says that there is another page.
 */
export function toPage<T, TItem>(
  read: readonly T[],
  options: {
    limit: number;
    toItem: (each: T) => TItem;
    positionOf: (each: T) => Position;
  },
): { items: TItem[]; nextCursor?: string } {
  const { limit, toItem, positionOf } = options;
  const items = read.slice(0, limit).map(toItem);
  if (read.length <= limit) return { items };
  const { at, id } = positionOf(read[limit - 1]);
  return { items, nextCursor: `${at.toISOString()}_${id}` };
}
