import { Gap, Shift } from '@techflow/backstage-plugin-pipelines-common';
import { holderOf } from './shiftReasons';

/** A whole shift: all stretches with one number. */
export interface WholeShift {
  number: number;
  start: string;
  end: string;
  /** Entity reference of whose shift it is. */
  member: string;
}

/** Whole shifts that have not begun, in the order of time. */
export function shiftsAhead(
  { shifts, gaps }: { shifts: readonly Shift[]; gaps: readonly Gap[] },
  now: number,
): WholeShift[] {
  const whole = new Map<number, WholeShift>();
  for (const shift of shifts) {
    const { number, start, end } = shift;
    const known = whole.get(number);
    whole.set(
      number,
      known
        ? { ...known, end }
        : { number, start, end, member: holderOf(shift) },
    );
  }
  for (const { number, start, end } of gaps) {
    const known = whole.get(number);
    if (!known) continue;
    whole.set(number, {
      ...known,
      start: start < known.start ? start : known.start,
      end: end > known.end ? end : known.end,
    });
  }
  return [...whole.values()].filter(({ start }) => Date.parse(start) > now);
}
