import { NotAllowedError } from '@backstage/errors';
import { Handoff as StoredHandoff, HandoffDone } from '../database';
import { Handoff } from '../oncall';
import { Actor } from '../rotations/Actor';
import { HandoffBody } from './handoffBody';

interface Signed {
  readonly doneByOutgoing?: HandoffDone;
  readonly doneByIncoming?: HandoffDone;
}

/** What a person says; what he said before stays as it was. */
function signed(
  before: HandoffDone | undefined,
  isDone: boolean,
  sign: HandoffDone,
): HandoffDone | undefined {
  return isDone ? before ?? sign : undefined;
}

/**
 * Who says that the handoff is done. Each of the two for himself; the owner, who
 * is neither, for both.
 */
function signatures(options: {
  handoff: Handoff;
  actor: Actor;
  before: StoredHandoff | undefined;
  done: boolean | undefined;
  now: Date;
}): Signed {
  const { handoff, actor, before, done, now } = options;
  const { doneByOutgoing, doneByIncoming } = before ?? {};
  const isNeither = actor.ref !== handoff.from && actor.ref !== handoff.to;
  const sign = { by: actor.ref, at: now };
  const says = (ref: string, said: HandoffDone | undefined) =>
    done !== undefined && (isNeither || actor.ref === ref)
      ? signed(said, done, sign)
      : said;
  const outgoing = says(handoff.from, doneByOutgoing);
  const incoming = says(handoff.to, doneByIncoming);
  return {
    ...(outgoing && { doneByOutgoing: outgoing }),
    ...(incoming && { doneByIncoming: incoming }),
  };
}

/**
 * The record of a handoff as somebody wants it.
 *
 * @throws NotAllowedError unless he hands over, takes over, or owns the rotation
 */
export function recordOf(options: {
  rotationRef: string;
  handoff: Handoff;
  actor: Actor;
  before: StoredHandoff | undefined;
  body: HandoffBody;
  now: Date;
}): Omit<StoredHandoff, 'revision'> {
  const { rotationRef, handoff, actor, before, body, now } = options;
  const isTheirs = actor.ref === handoff.from || actor.ref === handoff.to;
  if (!isTheirs && !actor.actsForOthers) {
    throw new NotAllowedError(
      'Only who hands over, who takes over, and the owner of the rotation may write down a handoff',
    );
  }
  const { notes, checklist, minutes, done } = body;
  return {
    rotationRef,
    shiftNumber: handoff.number,
    notes,
    checklist,
    openIssues: before?.openIssues ?? [],
    ...(minutes !== undefined && { minutes }),
    ...signatures({ handoff, actor, before, done, now }),
  };
}
