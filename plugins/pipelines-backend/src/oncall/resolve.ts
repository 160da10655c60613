import { Roster, RotationState } from './roster';
import { Gap, ResolvedShift, Segment } from './resolvedShift';
import { LapsedSwap } from './changes/swap';

/** Everything that is known about a span of time. */
export interface Resolved {
  /** Duty, in order, each stretch with its real start and end. */
  readonly shifts: ResolvedShift[];
  /** When nobody has duty. */
  readonly gaps: Gap[];
  /** Sides of swaps that do not apply any more, whatever the span. */
  readonly lapsed: readonly LapsedSwap[];
}

/**
 * Who has duty in a span of time, and why: base sequence, holidays, swaps, cover,
 * all-hands overlay, each on top of the one before.
 *
 * Stretches that overlap the span are given whole and not cut to it. Shifts and
 * gaps together leave no moment out after the rotation's start.
 *
 * @param state - the rotation and its changes
 * @param from - first instant of the span
 * @param to - first instant after the span; the caller bounds its distance
 * @throws RangeError if a date is invalid, or a version or change is malformed
 */
export function resolve(state: RotationState, from: Date, to: Date): Resolved {
  const roster = new Roster(state);
  const segments = roster.between(from, to);
  return {
    shifts: segments.filter(segment => segment.kind === 'duty'),
    gaps: segments.filter(segment => segment.kind === 'gap'),
    lapsed: roster.lapsed,
  };
}

/**
 * The stretch of duty, or the gap, during which an instant lies. Agrees with
 * {@link resolve}: both ask the same roster.
 *
 * @returns undefined before the rotation begins
 * @throws RangeError if the date is invalid, or a version or change is malformed
 */
export function whoAtResolved(
  state: RotationState,
  at: Date,
): Segment | undefined {
  return new Roster(state).at(at);
}

/** Who has duty, and who has it after that; all changes applied. */
export interface OnCallResolved {
  /** Absent before the rotation begins. */
  readonly current?: Segment;
  /**
   * The next duty of another person than now, or of the same if nobody else is
   * in sight; before the rotation begins, its first.
   */
  readonly next: ResolvedShift;
}

/**
 * Who has duty at an instant, and who has it next.
 *
 * @throws RangeError if the date is invalid, a version or change is malformed, or
 * nobody has duty in the two years after
 */
export function onCallResolved(state: RotationState, at: Date): OnCallResolved {
  const roster = new Roster(state);
  const current = roster.at(at);
  const next = roster.nextAfter(at, current);
  return current ? { current, next } : { next };
}
