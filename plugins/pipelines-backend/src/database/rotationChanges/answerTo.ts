import { ConflictError } from '@backstage/errors';
import { Answer, AnswerState, RotationChange } from './rotationChange';

function isOpen(change: RotationChange, state: AnswerState): boolean {
  return change.state === 'accepted'
    ? state === 'cancelled'
    : change.state === 'proposed';
}

/**
 * The change in the state that the answer gives it.
 *
 * @throws ConflictError if its state does not allow that, or it has expired
 */
export function answerTo(
  change: RotationChange,
  answer: Answer,
): RotationChange {
  const { state, by, at } = answer;
  if (!isOpen(change, state)) {
    throw new ConflictError(
      `Change ${change.id} is ${change.state} and cannot become ${state}`,
    );
  }
  const answered = { answeredBy: by, answeredAt: at };
  if (change.type === 'cover') {
    return { ...change, ...answered, state: 'cancelled' };
  }
  const late = at >= change.expiresAt && change.state === 'proposed';
  if (late && (state === 'accepted' || state === 'declined')) {
    throw new ConflictError(
      `Change ${
        change.id
      } expired on ${change.expiresAt.toISOString()} and cannot become ${state}`,
    );
  }
  return { ...change, ...answered, state };
}
