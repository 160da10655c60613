import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import { NewSwap } from '../../database';
import {
  BaseShift,
  proposeSwap,
  resolve,
  swapProblem,
  Timeline,
} from '../../oncall';
import { Actor } from '../Actor';
import { KnownRotation } from '../KnownRotation';
import { WantedChange } from './wanted';

const DAY_MS = 86_400_000;

/** How long the other member has to answer; never longer than until the first shift begins. */
const DAYS_TO_ANSWER = 7;

/** How far ahead a shift may lie: as far as statistics look. */
const MAX_DAYS_AHEAD = 800;

/** A swap as somebody asks for it; see `NewRotationChange` of the API. */
export interface SwapRequest {
  readonly shift: number;
  readonly withShift?: number;
  readonly reason?: string;
}

interface SwapContext {
  readonly rotation: KnownRotation;
  readonly actor: Actor;
  readonly now: Date;
  /** Numbers of the shifts that an open swap concerns. */
  readonly taken: readonly number[];
  /** Who was asked to take the shift and declined. */
  readonly declined: readonly string[];
}

type Pair = Pick<NewSwap, 'shifts' | 'members'>;

function shiftNumbered(
  timeline: Timeline,
  number: number,
  now: Date,
): BaseShift {
  const shift = timeline.shiftNumbered(number);
  if (!shift) throw new InputError(`There is no shift ${number}`);
  if (shift.start > now.getTime() + MAX_DAYS_AHEAD * DAY_MS) {
    throw new InputError(
      `Shift ${number} is more than ${MAX_DAYS_AHEAD} days ahead`,
    );
  }
  return shift;
}

function holderOf({ state }: KnownRotation, { start, end }: BaseShift): string {
  const { shifts, gaps } = resolve(state, new Date(start), new Date(end));
  return [...shifts, ...gaps][0].holder;
}

/** The next in rotation who is not away, and what he gives in return. */
function nextInLine(shift: number, context: SwapContext): Pair {
  const { rotation, now, taken, declined } = context;
  const proposal = proposeSwap(rotation.state, shift, { now, taken, declined });
  if (proposal.kind === 'swap') return proposal;
  throw new ConflictError(proposal.text);
}

/** First the side of him who asks. */
function askedBy(actor: Actor, { shifts, members }: Pair): Pair {
  return actor.ref === members[1]
    ? { shifts: [shifts[1], shifts[0]], members: [members[1], members[0]] }
    : { shifts, members };
}

/** @throws NotAllowedError unless one of the two asks, or one who may act for them */
function needsConsent(
  actor: Actor,
  { members, shifts }: Pair,
  { nameOf }: KnownRotation['state'],
): boolean {
  if (actor.ref === members[0]) return true;
  if (actor.actsForOthers) return false;
  throw new NotAllowedError(
    `Shift ${shifts[0]} is ${nameOf(
      members[0],
    )}'s: only he and the owner of the rotation may swap it`,
  );
}

/**
 * The swap that somebody asks for, checked against the rules.
 *
 * A member swaps his own shift, and the other is asked. Who acts for others is
 * not asked about it; if he is one of the two himself, the other is.
 *
 * @throws InputError when there are no such shifts
 * @throws NotAllowedError when he may not
 * @throws ConflictError when the shifts have begun or changed hands, or nobody is free
 */
export function wantSwap(
  request: SwapRequest,
  context: SwapContext,
): WantedChange {
  const { rotation, actor, now } = context;
  const timeline = new Timeline(rotation.state.versions);
  const given = shiftNumbered(timeline, request.shift, now);
  const back =
    request.withShift === undefined
      ? undefined
      : shiftNumbered(timeline, request.withShift, now);
  const pair = askedBy(
    actor,
    back
      ? {
          shifts: [given.number, back.number],
          members: [holderOf(rotation, given), holderOf(rotation, back)],
        }
      : nextInLine(given.number, context),
  );
  const consent = needsConsent(actor, pair, rotation.state);
  const problem = swapProblem(rotation.state, pair, now);
  if (problem) {
    throw problem.why === 'same-shift' || problem.why === 'same-member'
      ? new InputError(problem.text)
      : new ConflictError(problem.text);
  }
  const starts = pair.shifts.map(
    number => shiftNumbered(timeline, number, now).start,
  );
  const expiresAt = Math.min(
    now.getTime() + DAYS_TO_ANSWER * DAY_MS,
    ...starts,
  );
  return {
    change: {
      type: 'swap',
      rotationRef: rotation.ref,
      ...pair,
      requestedBy: actor.ref,
      requestedAt: now,
      expiresAt: new Date(expiresAt),
      ...(request.reason && { reason: request.reason }),
    },
    acceptAtOnce: !consent,
  };
}
