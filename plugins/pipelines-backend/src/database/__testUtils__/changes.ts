import { NewCover, NewSwap } from '../rotationChanges/rotationChange';

export const ENGINEERS = 'rotation:default/engineers';
export const ANALYSTS = 'rotation:default/analysts';
export const A = 'user:default/a';
export const B = 'user:default/b';
export const C = 'user:default/c';

/** Midnight UTC of a day in December 2026. */
export function december(day: number): Date {
  return new Date(Date.UTC(2026, 11, day));
}

/** A asks B on 1 December to exchange shifts 3 and 4; B has until the 5th. */
export function swapOf(other: Partial<NewSwap> = {}): NewSwap {
  return {
    type: 'swap',
    rotationRef: ENGINEERS,
    shifts: [3, 4],
    members: [A, B],
    requestedBy: A,
    requestedAt: december(1),
    expiresAt: december(5),
    ...other,
  };
}

/** B covers A from 10 to 12 December, in shift 3. */
export function coverOf(other: Partial<NewCover> = {}): NewCover {
  return {
    type: 'cover',
    rotationRef: ENGINEERS,
    from: december(10),
    to: december(12),
    by: B,
    covered: A,
    firstShift: 3,
    lastShift: 3,
    requestedBy: B,
    requestedAt: december(1),
    ...other,
  };
}
