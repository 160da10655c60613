import { Cover, NewRotationChange, Swap } from './rotationChange';

function shareShift(a: Pick<Swap, 'shifts'>, b: Pick<Swap, 'shifts'>): boolean {
  return a.shifts.some(number => b.shifts.includes(number));
}

function fallsInto(
  { shifts }: Pick<Swap, 'shifts'>,
  { firstShift, lastShift }: Pick<Cover, 'firstShift' | 'lastShift'>,
): boolean {
  return shifts.some(number => firstShift <= number && number <= lastShift);
}

/** Half-open, as shifts are: the end of one may be the start of the other. */
export function overlap(
  a: Pick<Cover, 'from' | 'to'>,
  b: Pick<Cover, 'from' | 'to'>,
): boolean {
  return a.from < b.to && b.from < a.to;
}

/**
 * Whether one change can alter what the other was made on: swaps by a shift
 * they share, covers by time, a swap and a cover by a shift the cover falls in.
 */
export function touches(a: NewRotationChange, b: NewRotationChange): boolean {
  if (a.type === 'swap') {
    return b.type === 'swap' ? shareShift(a, b) : fallsInto(a, b);
  }
  return b.type === 'swap' ? fallsInto(b, a) : overlap(a, b);
}
