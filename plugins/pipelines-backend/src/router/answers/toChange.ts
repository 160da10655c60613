import type {
  CoverChange,
  RotationChange as ChangeAnswer,
  RotationChangePreview,
  SwapChange,
  SwapSide,
} from '@techflow/backstage-plugin-pipelines-common';
import { Cover, RotationChange, Swap } from '../../database';
import { Timeline } from '../../oncall';
import { KnownRotation } from '../../rotations';
import { ChangePreview } from '../../rotations/changes/RotationChanges';
import { toShift } from './toShift';

function common(change: Omit<RotationChange, 'id' | 'state' | 'type'>) {
  const { answeredBy, answeredAt, reason } = change;
  return {
    rotationRef: change.rotationRef,
    requestedBy: change.requestedBy,
    requestedAt: change.requestedAt.toISOString(),
    ...(answeredBy !== undefined && { answeredBy }),
    ...(answeredAt && { answeredAt: answeredAt.toISOString() }),
    ...(reason !== undefined && { reason }),
  };
}

function toSwap(
  swap: Omit<Swap, 'id'>,
  timeline: Timeline,
): Omit<SwapChange, 'id'> {
  const { shifts, members, expiresAt } = swap;
  const side = (index: 0 | 1): SwapSide => {
    const shift = timeline.shiftNumbered(shifts[index]);
    // A later version of the rotation may have no time for a shift any more.
    const { start, end } = shift ?? { start: +expiresAt, end: +expiresAt };
    return {
      number: shifts[index],
      start: new Date(start).toISOString(),
      end: new Date(end).toISOString(),
      member: members[index],
    };
  };
  return {
    type: 'swap',
    state: swap.state,
    ...common(swap),
    shifts: [side(0), side(1)],
    expiresAt: expiresAt.toISOString(),
  };
}

function toCover(cover: Omit<Cover, 'id'>): Omit<CoverChange, 'id'> {
  return {
    type: 'cover',
    state: cover.state,
    ...common(cover),
    from: cover.from.toISOString(),
    to: cover.to.toISOString(),
    by: cover.by,
  };
}

/** How changes of a rotation are answered by the API. */
export function changeAnswers({ state }: KnownRotation) {
  const timeline = new Timeline(state.versions);
  return (change: RotationChange): ChangeAnswer =>
    change.type === 'swap'
      ? { id: change.id, ...toSwap(change, timeline) }
      : { id: change.id, ...toCover(change) };
}

/** What a change would do, as the API answers it. */
export function toPreview(
  { state }: KnownRotation,
  preview: ChangePreview,
): RotationChangePreview {
  const { change, acceptAtOnce } = preview.wanted;
  return {
    change:
      change.type === 'swap'
        ? toSwap(
            { ...change, state: acceptAtOnce ? 'accepted' : 'proposed' },
            new Timeline(state.versions),
          )
        : toCover({ ...change, state: 'accepted' }),
    before: preview.before.map(toShift),
    after: preview.after.map(toShift),
    warnings: [...preview.warnings],
  };
}
