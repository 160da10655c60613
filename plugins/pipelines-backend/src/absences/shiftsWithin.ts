import { resolve } from '../oncall';
import { dayOfDate, startOfDay } from '../oncall/calendarDay';
import { KnownRotation } from '../rotations/KnownRotation';

/** Duty that falls into an absence, though it may begin or end outside of it. */
export interface ShiftWithin {
  readonly number: number;
  readonly start: Date;
  /** First instant after it. */
  readonly end: Date;
}

interface Away {
  readonly member: string;
  /** First day, `yyyy-MM-dd` in the rotation's zone. */
  readonly from: string;
  /** Last day, included. */
  readonly to: string;
}

/**
 * For each absence the shifts of its member that fall into it, are not over, and
 * that nobody has taken: swapped and covered ones are somebody else's.
 *
 * @param absences - the caller bounds how far ahead they lie
 */
export function shiftsWithin(
  { state, timeZone }: KnownRotation,
  absences: readonly Away[],
  now: Date,
): ShiftWithin[][] {
  const times = absences.map(({ from, to }) => ({
    first: new Date(startOfDay(dayOfDate(from), timeZone)),
    last: new Date(startOfDay(dayOfDate(to) + 1, timeZone)),
  }));
  const latest = Math.max(...times.map(({ last }) => last.getTime()));
  // Once for all of them: there may be many, and this is what costs.
  const { shifts } = resolve(state, now, new Date(Math.max(latest, +now)));
  return absences.map(({ member }, index) => {
    const { first, last } = times[index];
    const found = new Map<number, ShiftWithin>();
    for (const { number, start, end, primary } of shifts) {
      if (primary !== member || start >= last || end <= first) continue;
      // A holiday within a shift makes two stretches of it: from first to last.
      const earlier = found.get(number);
      found.set(number, { number, start: earlier?.start ?? start, end });
    }
    return [...found.values()];
  });
}
