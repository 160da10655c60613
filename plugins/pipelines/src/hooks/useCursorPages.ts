import { useState } from 'react';

/** Where one is in a list that is asked for page by page. */
export interface CursorPages {
  /** Of the page that is shown; undefined for the first. */
  cursor?: string;
  /** From 1. */
  number: number;
  showPrevious?: () => void;
  /** What turns to the next page, once that is known. */
  showNext: (nextCursor: string | undefined) => (() => void) | undefined;
}

/**
 * Turns the pages of a list whose answers know the next page only: the way back
 * is remembered here.
 */
export function useCursorPages(): CursorPages {
  const [cursors, setCursors] = useState<readonly string[]>([]);
  return {
    cursor: cursors[cursors.length - 1],
    number: cursors.length + 1,
    showPrevious: cursors.length
      ? () => setCursors(cursors.slice(0, -1))
      : undefined,
    showNext: nextCursor =>
      nextCursor ? () => setCursors([...cursors, nextCursor]) : undefined,
  };
}
