import { AcceptedSwap, Cover, RotationChange } from './rotationChange';

/** Whether a change is a swap that decides who is on call. */
export function isAcceptedSwap(change: RotationChange): change is AcceptedSwap {
  return (
    change.type === 'swap' &&
    change.state === 'accepted' &&
    change.answeredBy !== undefined &&
    change.answeredAt !== undefined
  );
}

/**
 * A cover as far as it decided or decides who is on call; undefined if it never
 * did. One that is cancelled after it began ends there: the hours before were
 * served.
 */
export function servedPart(cover: Cover): Cover | undefined {
  const { state, from, to, answeredAt } = cover;
  if (state === 'accepted' || !answeredAt) return cover;
  if (answeredAt <= from) return undefined;
  return answeredAt < to ? { ...cover, to: answeredAt } : cover;
}
