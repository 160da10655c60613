import type { OnCall } from '@techflow/backstage-plugin-pipelines-common';
import { onCallResolved } from '../../oncall';
import { KnownRotation } from '../../rotations';
import { toGap, toShift } from './toShift';

/** Who is on call in a rotation at an instant, as the API answers it. */
export function toOnCall(
  { ref, timeZone, state }: KnownRotation,
  at: Date,
): OnCall {
  const { current, next } = onCallResolved(state, at);
  return {
    rotationRef: ref,
    at: at.toISOString(),
    timeZone,
    ...(current?.kind === 'duty' && { current: toShift(current) }),
    ...(current?.kind === 'gap' && { gap: toGap(current) }),
    next: toShift(next),
  };
}
