import { Reason } from '../reason';
import { BaseShift } from '../versions/timeline';

/**
 * A part of one shift during which everything is the same. Layers split and
 * change pieces; they never move the shift's own start and end. Instants are
 * epoch milliseconds.
 */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Who has duty; undefined: nobody. */
  readonly primary: string | undefined;
  /** Whose shift it is, after swaps. Holidays and covers leave that as it is. */
  readonly holder: string;
  readonly watching: readonly string[];
  readonly reasons: readonly Reason[];
}

const MINUTE_MS = 60_000;

/** Boundaries are cut to the minute: the minute that runs is now. */
export function minuteOf(date: Date): number {
  const instant = date.getTime();
  if (Number.isNaN(instant)) {
    throw new RangeError('The date is invalid');
  }
  return Math.floor(instant / MINUTE_MS) * MINUTE_MS;
}

/** The base layer: a shift is one piece. */
export function pieceOf(shift: BaseShift): Piece {
  const { start, end, primary, reason } = shift;
  return {
    start,
    end,
    primary,
    holder: primary,
    watching: [],
    reasons: [reason],
  };
}

/**
 * Lays a change over a span of time: pieces are split at its edges, and those
 * within are changed. What of the span lies outside the pieces has no effect.
 */
export function overlay(
  pieces: readonly Piece[],
  span: { readonly start: number; readonly end: number },
  change: (piece: Piece) => Piece,
): Piece[] {
  return pieces.flatMap(piece => {
    const start = Math.max(piece.start, span.start);
    const end = Math.min(piece.end, span.end);
    if (start >= end) {
      return [piece];
    }
    return [
      { ...piece, end: start },
      change({ ...piece, start, end }),
      { ...piece, start: end },
    ].filter(part => part.start < part.end);
  });
}

const idOf = (reason: Reason) =>
  'changeId' in reason ? reason.changeId : undefined;

const same = <T>(
  one: readonly T[],
  other: readonly T[],
  equal: (a: T, b: T) => boolean,
) =>
  one.length === other.length &&
  one.every((item, index) => equal(item, other[index]));

function isSame(one: Piece, other: Piece): boolean {
  return (
    one.primary === other.primary &&
    one.holder === other.holder &&
    same(one.watching, other.watching, (a, b) => a === b) &&
    same(
      one.reasons,
      other.reasons,
      (a, b) => a.type === b.type && a.text === b.text && idOf(a) === idOf(b),
    )
  );
}

/** Makes neighbours that differ in nothing one. */
export function merged(pieces: readonly Piece[]): Piece[] {
  const found: Piece[] = [];
  for (const piece of pieces) {
    const last = found[found.length - 1];
    if (last && last.end === piece.start && isSame(last, piece)) {
      found[found.length - 1] = { ...last, end: piece.end };
    } else {
      found.push(piece);
    }
  }
  return found;
}
