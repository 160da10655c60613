import { RotationPlan } from './rotationPlan';
import { Shift } from './shift';
import { ShiftGrid } from './shiftGrid';
import { turnOf } from './turn';

/** Who has duty, and who has it after that. */
export interface OnCall {
  /** Absent before the rotation begins. */
  readonly current?: Shift;
  /** The shift after the current one; before the rotation begins, its first. */
  readonly next: Shift;
}

function instantOf(date: Date): number {
  const instant = date.getTime();
  if (Number.isNaN(instant)) {
    throw new RangeError('The date is invalid');
  }
  return instant;
}

/** The one place where shifts are made: all answers agree because of it. */
function shiftBetween(
  plan: RotationPlan,
  number: number,
  startInstant: number,
  endInstant: number,
): Shift | undefined {
  const start = new Date(startInstant);
  const end = new Date(endInstant);
  // Past the last instant a Date can hold, no comparison is true.
  if (number < 0 || !(start < end)) {
    return undefined;
  }
  const { primary, reason } = turnOf(plan, number);
  return { number, start, end, primary, reasons: [reason] };
}

function shiftOnGrid(plan: RotationPlan, grid: ShiftGrid, number: number) {
  const start = grid.startOf(number);
  return shiftBetween(plan, number, start, grid.startOf(number + 1));
}

/**
 * All shifts that overlap a span of time, in order and without gaps, each with
 * its real start and end. None lie before the start of the rotation.
 *
 * A daily shift on a date that its zone left out (Pacific/Apia, 2011-12-30) has
 * no duration. It is dropped: that member's turn is lost with the day, and the
 * numbers and turns of all other shifts stay as the calendar gives them.
 *
 * @param plan - the rotation
 * @param from - first instant of the span
 * @param to - first instant after the span; the caller bounds its distance
 * @throws RangeError if a date is invalid or the plan is malformed
 */
export function shifts(plan: RotationPlan, from: Date, to: Date): Shift[] {
  const grid = ShiftGrid.of(plan);
  const begin = instantOf(from);
  const until = instantOf(to);
  if (begin >= until) {
    return [];
  }
  const found: Shift[] = [];
  let number = Math.max(0, grid.numberAt(begin));
  let start = grid.startOf(number);
  while (start < until) {
    const end = grid.startOf(number + 1);
    const shift = shiftBetween(plan, number, start, end);
    if (shift) {
      found.push(shift);
    }
    start = end;
    number += 1;
  }
  return found;
}

/**
 * The shift with a number.
 *
 * @param plan - the rotation
 * @param number - counted from 0 at the start of the rotation
 * @returns undefined if there is no such shift: the number is negative or
 * fractional, or the zone left out the whole shift (see {@link shifts})
 * @throws RangeError if the plan is malformed
 */
export function shiftAt(plan: RotationPlan, number: number): Shift | undefined {
  const grid = ShiftGrid.of(plan);
  return Number.isSafeInteger(number)
    ? shiftOnGrid(plan, grid, number)
    : undefined;
}

/**
 * The shift during which an instant lies. At a handoff it is the new shift.
 * Costs the same however far the instant is from the start of the rotation.
 *
 * @param plan - the rotation
 * @param at - the instant
 * @returns undefined before the rotation begins
 * @throws RangeError if the date is invalid or the plan is malformed
 */
export function whoAt(plan: RotationPlan, at: Date): Shift | undefined {
  const grid = ShiftGrid.of(plan);
  return shiftOnGrid(plan, grid, grid.numberAt(instantOf(at)));
}

/**
 * The shift during which an instant lies, and the one that follows it.
 *
 * @param plan - the rotation
 * @param at - the instant
 * @throws RangeError if the date is invalid or so late (beyond the year 275000)
 * that no shift can follow it, or if the plan is malformed
 */
export function onCall(plan: RotationPlan, at: Date): OnCall {
  const grid = ShiftGrid.of(plan);
  const begun = grid.numberAt(instantOf(at));
  const current = shiftOnGrid(plan, grid, begun);
  let number = Math.max(0, begun + 1);
  while (!Number.isNaN(grid.startOf(number + 1))) {
    const next = shiftOnGrid(plan, grid, number);
    if (next) {
      return current ? { current, next } : { next };
    }
    number += 1;
  }
  throw new RangeError(`No shift can follow ${at.toISOString()}`);
}
