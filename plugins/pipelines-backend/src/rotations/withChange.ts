import { Cover, RotationChange } from '../database';
import { isAcceptedSwap, servedPart } from '../database/rotationChanges/served';
import { Cover as DutyCover, RotationState } from '../oncall';

/** A stored cover as the engine reads it. */
export function toDutyCover(cover: Cover): DutyCover {
  const { id, from, to, by, requestedBy, requestedAt, reason } = cover;
  return {
    id,
    from,
    to,
    by,
    createdBy: requestedBy,
    createdAt: requestedAt,
    ...(reason !== undefined && { reason }),
  };
}

/** A rotation as it is once a change is in its state. */
export function withChange(
  state: RotationState,
  change: RotationChange,
): RotationState {
  const isOther = ({ id }: { id: string }) => id !== change.id;
  if (change.type === 'cover') {
    const served = servedPart(change);
    const covers = state.covers.filter(isOther);
    return {
      ...state,
      covers: served ? [...covers, toDutyCover(served)] : covers,
    };
  }
  const swaps = state.swaps.filter(isOther);
  return {
    ...state,
    swaps: isAcceptedSwap(change) ? [...swaps, change] : swaps,
  };
}
