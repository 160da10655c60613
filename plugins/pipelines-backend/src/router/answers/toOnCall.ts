import type {
  OnCall,
  Shift as ShiftAnswer,
} from '@techflow/backstage-plugin-pipelines-common';
import { Rotation } from '../catalog/RotationReader';
import { onCall, Shift } from '../oncall';

/** A shift as the API answers it. */
export function toShift(shift: Shift): ShiftAnswer {
  return {
    number: shift.number,
    start: shift.start.toISOString(),
    end: shift.end.toISOString(),
    primary: shift.primary,
    reasons: shift.reasons.map(({ type, text }) => ({ type, text })),
  };
}

/** Who is on call in a rotation at an instant, as the API answers it. */
export function toOnCall({ ref, plan }: Rotation, at: Date): OnCall {
  const { current, next } = onCall(plan, at);
  return {
    rotationRef: ref,
    at: at.toISOString(),
    timeZone: plan.timeZone,
    ...(current && { current: toShift(current) }),
    next: toShift(next),
  };
}
