import { ConflictError, NotAllowedError } from '@backstage/errors';
import { RotationChange, Swap } from '../../database';
import { swapProblem, Timeline } from '../../oncall';
import { Actor } from '../Actor';
import { KnownRotation } from '../KnownRotation';

/** What people say to a change. */
export type ChangeAnswer = 'accept' | 'decline' | 'cancel';

interface Answering {
  readonly change: RotationChange;
  readonly answer: ChangeAnswer;
  readonly actor: Actor;
  readonly rotation: KnownRotation;
  readonly now: Date;
}

const STATES = {
  accept: 'accepted',
  decline: 'declined',
  cancel: 'cancelled',
} as const;

/** Who asked cannot agree with himself, whatever else he may do. */
function refuseOtherThanAsked(
  actor: Actor,
  swap: Swap,
  rotation: KnownRotation,
) {
  if (actor.ref === swap.requestedBy) {
    throw new NotAllowedError(
      'You asked for this swap: somebody else is to answer, you may cancel it',
    );
  }
  if (actor.ref === swap.members[1] || actor.actsForOthers) return;
  const asked = rotation.state.nameOf(swap.members[1]);
  throw new NotAllowedError(
    `${asked} was asked: only he and the owner of the rotation may answer`,
  );
}

function refuseOtherThanRequester(
  actor: Actor,
  change: RotationChange,
  rotation: KnownRotation,
) {
  if (actor.ref === change.requestedBy || actor.actsForOthers) return;
  const requester = rotation.state.nameOf(change.requestedBy);
  throw new NotAllowedError(
    `${requester} asked for this change: only he and the owner of the rotation may cancel it`,
  );
}

/** What was served is not taken back. */
function refusePast({ change, rotation, now }: Answering): void {
  if (change.state !== 'accepted') return;
  if (change.type === 'cover') {
    if (change.to > now) return;
    throw new ConflictError(`Change ${change.id} is over`);
  }
  const timeline = new Timeline(rotation.state.versions);
  for (const number of change.shifts) {
    const shift = timeline.shiftNumbered(number);
    if (shift && shift.start <= now.getTime()) {
      throw new ConflictError(
        `Shift ${number} of change ${change.id} has begun; cover it instead`,
      );
    }
  }
}

/** An accepted swap that is none would move one shift and not the other. */
function refuseLapsed(swap: Swap, { rotation, now }: Answering): void {
  if (swap.state !== 'proposed') return;
  const problem = swapProblem(rotation.state, swap, now);
  if (problem) throw new ConflictError(problem.text);
}

/**
 * The state that an answer brings a change into, checked against the rules: the
 * member who was asked accepts or declines, who asked cancels, the owner may act
 * for either.
 *
 * @throws NotAllowedError when the actor may not
 * @throws ConflictError when there is nothing to answer, or it is too late
 */
export function answerFor(answering: Answering) {
  const { change, answer, actor, rotation } = answering;
  if (answer === 'cancel') {
    refuseOtherThanRequester(actor, change, rotation);
    refusePast(answering);
    return STATES.cancel;
  }
  if (change.type === 'cover') {
    throw new ConflictError(
      `Change ${change.id} is a cover and waits for no answer`,
    );
  }
  refuseOtherThanAsked(actor, change, rotation);
  if (answer === 'accept') refuseLapsed(change, answering);
  return STATES[answer];
}
