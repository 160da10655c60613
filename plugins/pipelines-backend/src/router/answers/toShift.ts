import type {
  Gap as GapAnswer,
  Shift as ShiftAnswer,
  ShiftReason,
} from '@techflow/backstage-plugin-pipelines-common';
import { Gap, Reason, ResolvedShift } from '../../oncall';

function toReason(reason: Reason): ShiftReason {
  const { text } = reason;
  switch (reason.type) {
    case 'sequence':
      return { type: reason.type, text };
    case 'holiday':
      return {
        type: reason.type,
        text,
        holidays: reason.holidays.map(({ date, name }) => ({ date, name })),
        outgoing: reason.outgoing,
      };
    case 'all-hands':
      return { type: reason.type, text, name: reason.name };
    default:
      return {
        type: reason.type,
        text,
        changeId: reason.changeId,
        ...(reason.outgoing !== undefined && { outgoing: reason.outgoing }),
      };
  }
}

/** A stretch of duty as the API answers it. */
export function toShift(shift: ResolvedShift): ShiftAnswer {
  return {
    number: shift.number,
    start: shift.start.toISOString(),
    end: shift.end.toISOString(),
    primary: shift.primary,
    watching: [...shift.watching],
    reasons: shift.reasons.map(toReason),
  };
}

/** A stretch without duty as the API answers it. */
export function toGap(gap: Gap): GapAnswer {
  return {
    number: gap.number,
    start: gap.start.toISOString(),
    end: gap.end.toISOString(),
    text: gap.text,
  };
}
