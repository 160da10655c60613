import { dayOfDate, startOfDay } from '../calendarDay';
import { Roster, RotationState } from '../roster';
import { Absence } from './absence';
import {
  NoProposal,
  proposeSwap,
  SwapOptions,
  SwapProposal,
} from './proposeSwap';

/** Duty that falls into an absence. */
export interface AbsenceWarning {
  readonly absence: Absence;
  /** Number of the shift. */
  readonly number: number;
  /** First instant of the duty that falls into the absence, and first after. */
  readonly start: Date;
  readonly end: Date;
  /** Absent if it is not their shift but a holiday or cover within another's. */
  readonly proposal?: SwapProposal | NoProposal;
}

/**
 * Which of a member's shifts fall into an absence, each with the swap to propose.
 * What is over is left out. An absence itself moves nothing.
 *
 * @param state - the rotation and its changes, the absence among them
 * @param absence - the caller bounds its length
 * @param options - as for `proposeSwap`, for each shift
 * @throws RangeError if a version or change is malformed, or `now` invalid
 */
export function absenceWarnings(
  state: RotationState,
  absence: Absence,
  options: SwapOptions,
): AbsenceWarning[] {
  const roster = new Roster(state);
  const { member } = absence;
  const { timeZone } = roster.timeline.spanAt(options.now.getTime()).version
    .plan;
  const from = new Date(startOfDay(dayOfDate(absence.from), timeZone));
  const to = new Date(startOfDay(dayOfDate(absence.to) + 1, timeZone));
  const taken = [...(options.taken ?? [])];
  const warnings = new Map<number, AbsenceWarning>();
  for (const segment of roster.between(from, to)) {
    const { number, start, end, holder } = segment;
    const isTheirs = segment.kind === 'duty' && segment.primary === member;
    if (!isTheirs || end <= options.now) {
      continue;
    }
    const earlier = warnings.get(number);
    const last = end < to ? end : to;
    if (earlier) {
      warnings.set(number, { ...earlier, end: last });
      continue;
    }
    const proposal =
      holder === member
        ? proposeSwap(state, number, { ...options, taken })
        : undefined;
    if (proposal?.kind === 'swap') {
      taken.push(...proposal.shifts);
    }
    warnings.set(number, {
      absence,
      number,
      start: start > from ? start : from,
      end: last,
      ...(proposal && { proposal }),
    });
  }
  return [...warnings.values()];
}
