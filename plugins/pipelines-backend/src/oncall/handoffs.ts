import { firstInstantOf } from './boundary';
import { CalendarDay, dayAt, dayOfDate, isWeekend } from './calendarDay';
import { Holiday, RotationPlan } from './rotationPlan';
import { Roster, RotationState } from './roster';
import { DAY_MS, ZoneClock } from './zoneClock';

/** A change of duty between two shifts, and the meeting for it. */
export interface Handoff {
  /** Number of the shift that begins. */
  readonly number: number;
  /** The boundary: when duty changes hands, whatever day the meeting is. */
  readonly at: Date;
  /** Entity ref of whose shift ends, after swaps. */
  readonly from: string;
  /** Entity ref of whose shift begins, after swaps. */
  readonly to: string;
  /** Others who had duty in the shift that ends, and may have notes. */
  readonly stoodIn: readonly string[];
  readonly meeting: { readonly start: Date; readonly end: Date };
  /** The holiday of the boundary's day, if the meeting moved because of it. */
  readonly movedFor?: Holiday;
}

const USUAL_MEETING_MINUTES = 30;
const MINUTE_MS = 60_000;

/** The same wall time on a later day. */
function sameTimeOn(day: CalendarDay, at: number, timeZone: string): number {
  const wall = at + ZoneClock.of(timeZone).offsetOf(at);
  const time = new Date(wall);
  const date = new Date(day * DAY_MS);
  return firstInstantOf(
    {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hour: time.getUTCHours(),
      minute: time.getUTCMinutes(),
    },
    timeZone,
  );
}

function meetingAt(
  at: number,
  plan: RotationPlan,
): Pick<Handoff, 'meeting' | 'movedFor'> {
  const { timeZone, holidays, meetingMinutes } = plan;
  const kept = new Map(
    holidays?.dates.map(holiday => [dayOfDate(holiday.date), holiday]),
  );
  const today = dayAt(at, timeZone);
  const movedFor = kept.get(today);
  let day = today;
  while (kept.has(day) || (movedFor && isWeekend(day))) {
    day += 1;
  }
  const start = movedFor ? sameTimeOn(day, at, timeZone) : at;
  const minutes = meetingMinutes ?? USUAL_MEETING_MINUTES;
  const end = start + minutes * MINUTE_MS;
  return {
    meeting: { start: new Date(start), end: new Date(end) },
    ...(movedFor && { movedFor }),
  };
}

/**
 * The handoffs of a span of time: one for each boundary at which another member's
 * shift begins, with a meeting of 30 minutes that starts there. On a holiday the
 * meeting is at the same wall time on the next working day: neither a holiday
 * nor a Saturday or Sunday.
 *
 * Holidays and covers within a shift change duty without a handoff meeting; who
 * stood in is named at the end of the shift.
 *
 * Source: "30-minute handoff" at each change of duty.
 *
 * @param state - the rotation and its changes
 * @param from - first boundary that counts
 * @param to - first that does not; the caller bounds the distance
 * @throws RangeError if a date is invalid, or a version or change malformed
 */
export function handoffs(
  state: RotationState,
  from: Date,
  to: Date,
): Handoff[] {
  const roster = new Roster(state);
  const { timeline } = roster;
  return timeline
    .between(from.getTime(), to.getTime())
    .flatMap((shift): Handoff[] => {
      const ending = timeline.shiftAt(shift.start - 1);
      if (!ending || shift.start < from.getTime()) {
        return [];
      }
      const [giver, taker] = [ending, shift].map(each => roster.holderOf(each));
      const onDuty = roster
        .segmentsOf(ending)
        .flatMap(segment => (segment.kind === 'duty' ? segment.primary : []));
      const stoodIn = [...new Set(onDuty)].filter(
        member => member !== giver && member !== taker,
      );
      return giver === taker
        ? []
        : [
            {
              number: shift.number,
              at: new Date(shift.start),
              from: giver,
              to: taker,
              stoodIn,
              ...meetingAt(shift.start, shift.span.version.plan),
            },
          ];
    });
}
