import {
  Handoff,
  handoffs,
  resolve,
  ResolvedShift,
  RotationState,
  whoAtResolved,
} from '../oncall';

/** Something of which people are reminded at its time. */
export type DutyMoment =
  | {
      /** Duty begins in a day, or now. */
      readonly kind: 'tomorrow' | 'starts';
      /** When to remind. */
      readonly at: Date;
      /** The first stretch of the duty. */
      readonly duty: ResolvedShift;
    }
  | {
      /** The meeting for a handoff begins. */
      readonly kind: 'handoff';
      /** When to remind. */
      readonly at: Date;
      readonly handoff: Handoff;
    };

const DAY_MS = 86_400_000;
/** A meeting is moved past holidays and weekends, and never so far. */
const LATEST_MEETING_MS = 31 * DAY_MS;
const MOST_STRETCHES = 500;

const later = (date: Date, by: number) => new Date(date.getTime() + by);

/** Stretches with which a person's duty begins, within some time. */
function beginnings(
  state: RotationState,
  from: Date,
  to: Date,
): ResolvedShift[] {
  // The stretch before the first is needed to know whether that is a beginning.
  const { shifts } = resolve(state, later(from, -1), to);
  return shifts.filter(({ start, primary }, index) => {
    if (start < from || start >= to) return false;
    const before = shifts[index - 1];
    const goesOn =
      before?.end.getTime() === start.getTime() && before.primary === primary;
    return !goesOn;
  });
}

/**
 * Of what people are to be reminded in some time, in order: a day before their
 * duty begins, when it begins, and when a handoff meeting begins. Duty that goes
 * on over a boundary, or for another reason, does not begin there.
 *
 * @param from - first instant
 * @param to - first instant after; the caller bounds the distance
 */
export function dutyMoments(
  state: RotationState,
  from: Date,
  to: Date,
): DutyMoment[] {
  const soon = beginnings(state, later(from, DAY_MS), later(to, DAY_MS));
  const now = beginnings(state, from, to);
  const meetings = handoffs(state, later(from, -LATEST_MEETING_MS), to);
  const moments: DutyMoment[] = [
    ...soon.map(duty => ({
      kind: 'tomorrow' as const,
      at: later(duty.start, -DAY_MS),
      duty,
    })),
    ...now.map(duty => ({ kind: 'starts' as const, at: duty.start, duty })),
    ...meetings
      .filter(({ meeting }) => meeting.start >= from && meeting.start < to)
      .map(handoff => ({
        kind: 'handoff' as const,
        at: handoff.meeting.start,
        handoff,
      })),
  ];
  return moments.sort((one, other) => one.at.getTime() - other.at.getTime());
}

/**
 * When a person's duty ends that has this stretch: he may go on having duty in
 * the stretches after it.
 */
export function endOfDuty(state: RotationState, duty: ResolvedShift): Date {
  let end = duty.end;
  for (let count = 0; count < MOST_STRETCHES; count += 1) {
    const next = whoAtResolved(state, end);
    if (next?.kind !== 'duty' || next.primary !== duty.primary) break;
    end = next.end;
  }
  return end;
}
