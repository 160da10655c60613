import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import {
  CoverProposal,
  proposeCover,
  resolve,
  RotationState,
  Segment,
  UncoveredProposal,
} from '../../oncall';
import { Actor } from '../Actor';
import { KnownRotation } from '../KnownRotation';
import { WantedChange } from './wanted';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const MAX_DAYS_AHEAD = 400;

/** Longer than that is a swap, or a change of the rotation. */
const MAX_DAYS = 31;

/** A cover as somebody asks for it; see `NewRotationChange` of the API. */
export interface CoverRequest {
  readonly from?: Date;
  readonly to?: Date;
  readonly by?: string;
  readonly reason?: string;
}

interface CoverContext {
  readonly rotation: KnownRotation;
  readonly actor: Actor;
  readonly now: Date;
}

interface Stretch {
  readonly from: Date;
  readonly to: Date;
  readonly by: string;
}

function personFor(
  request: CoverRequest,
  usual: CoverProposal | UncoveredProposal,
): string {
  if (request.by !== undefined) return request.by;
  if (usual.kind === 'cover') return usual.by;
  throw new ConflictError(usual.gap.text);
}

/** From when to when, and by whom, where the request leaves that open. */
function stretchOf(
  request: CoverRequest,
  { rotation, now }: CoverContext,
): Stretch {
  const at = request.from ?? now;
  if (at.getTime() > now.getTime() + MAX_DAYS_AHEAD * DAY_MS) {
    throw new InputError(`from: is more than ${MAX_DAYS_AHEAD} days ahead`);
  }
  const usual = proposeCover(rotation.state, at, { now });
  if (usual.kind === 'none') {
    throw new InputError('from: is before the first shift of the rotation');
  }
  const { start, end } =
    usual.kind === 'cover' ? { start: usual.from, end: usual.to } : usual.gap;
  const to = request.to ? wholeMinute(request.to) : end;
  if (to <= start) {
    throw new InputError('to: must be later than from, and than now');
  }
  if (to.getTime() - start.getTime() > MAX_DAYS * DAY_MS) {
    throw new InputError(`to: must be at most ${MAX_DAYS} days after from`);
  }
  return { from: start, to, by: personFor(request, usual) };
}

function wholeMinute(date: Date): Date {
  return new Date(Math.floor(date.getTime() / MINUTE_MS) * MINUTE_MS);
}

function isMemberAt({ versions }: RotationState, ref: string, at: Date) {
  const begun = versions.filter(({ effectiveFrom }) => effectiveFrom <= at);
  const { plan } = begun.at(-1) ?? versions[0];
  return plan.members.includes(ref);
}

function dutyOf(segment: Segment): string {
  return segment.kind === 'duty' ? segment.primary : segment.holder;
}

/**
 * Who has duty may ask for the next in rotation; whom nobody asked may only step
 * in himself. To put duty on a certain other person is for the owner.
 */
function refuseStrangers(
  actor: Actor,
  { by, covered, isNamed }: { by: string; covered: string; isNamed: boolean },
): void {
  const isOwn = actor.ref === by || (actor.ref === covered && !isNamed);
  if (isOwn || actor.actsForOthers) return;
  throw new NotAllowedError(
    actor.ref === covered
      ? 'Only the owner of the rotation may say who covers for you; without `by`, it is the next in rotation'
      : 'You may cover yourself; only the owner of the rotation may have others cover',
  );
}

/**
 * The cover that somebody asks for, checked against the rules. It needs nobody's
 * consent: an emergency does not wait.
 *
 * @throws InputError when the time or the person makes no sense
 * @throws NotAllowedError when he may not
 * @throws ConflictError when nobody is free
 */
export function wantCover(
  request: CoverRequest,
  context: CoverContext,
): WantedChange {
  const { rotation, actor, now } = context;
  const { nameOf } = rotation.state;
  const { from, to, by } = stretchOf(request, context);
  const { shifts, gaps } = resolve(rotation.state, from, to);
  const segments = [...shifts, ...gaps].sort(
    (one, other) => one.start.getTime() - other.start.getTime(),
  );
  const [first] = segments;
  const last = segments[segments.length - 1];
  const covered = dutyOf(first);
  refuseStrangers(actor, { by, covered, isNamed: request.by !== undefined });
  if (!isMemberAt(rotation.state, by, from)) {
    throw new InputError(`by: ${by} is no member of the rotation at that time`);
  }
  if (gaps.length === 0 && shifts.every(({ primary }) => primary === by)) {
    throw new InputError(`by: ${nameOf(by)} has duty at that time already`);
  }
  return {
    change: {
      type: 'cover',
      rotationRef: rotation.ref,
      from,
      to,
      by,
      covered,
      firstShift: first.number,
      lastShift: last.number,
      requestedBy: actor.ref,
      requestedAt: now,
      ...(request.reason && { reason: request.reason }),
    },
    acceptAtOnce: true,
  };
}
