import { parseEntityRef } from '@backstage/catalog-model';
import { Announce, RotationChange, Swap } from '../database';
import { KnownRotation } from '../rotations/KnownRotation';
import { ChangeAnnouncer } from './ChangeAnnouncer';
import { DutyMove, dutyMoves } from './dutyMoves';
import { Notice, toMessage } from './notice';
import { movesInWords, paragraph, quoted, titleOf } from './noticeWords';
import { openSwapNotice, spansOfSwap } from './swapNotices';
import { withChange } from '../rotations/withChange';

const DAY_MS = 86_400_000;

/** Who brought the change into its state. */
function actorOf(change: RotationChange): string {
  return change.answeredBy ?? change.requestedBy;
}

/** A service may act for others; it has no notifications. */
function isPerson(ref: string | undefined): ref is string {
  return ref?.startsWith('user:') ?? false;
}

/** Whom a change concerns besides those whose duty it moves. */
function namedIn(change: RotationChange): readonly string[] {
  return change.type === 'swap'
    ? [...change.members, change.requestedBy]
    : [change.covered, change.by, change.requestedBy];
}

function whenOf(change: RotationChange): Date {
  return change.answeredAt ?? change.requestedAt;
}

function movesOf(
  change: RotationChange,
  rotation: KnownRotation,
): readonly DutyMove[] {
  const { state } = rotation;
  const spans =
    change.type === 'swap'
      ? spansOfSwap(change, rotation)
      : [{ start: change.from.getTime(), end: change.to.getTime() }];
  return dutyMoves(state, withChange(state, change), spans);
}

function movedTitle(
  change: RotationChange,
  recipient: string,
  actor: string,
): string {
  const isAnswer =
    change.type === 'swap' &&
    change.state === 'accepted' &&
    change.members[1] === change.answeredBy;
  if (isAnswer && recipient === change.members[0]) {
    return `${actor} accepted your swap`;
  }
  if (change.type === 'cover' && change.state === 'accepted') {
    if (recipient === change.by) return `${actor} put you on call`;
    if (change.by === change.requestedBy) return `${actor} covers for you`;
  }
  return `${actor} changed your on-call duty`;
}

function noticesOf(change: RotationChange, rotation: KnownRotation): Notice[] {
  const actor = actorOf(change);
  const moves = movesOf(change, rotation);
  const concerned = moves.flatMap(({ before, after }) => [before, after]);
  const recipients = [...new Set([...namedIn(change), ...concerned])];
  const isSoon = moves.some(
    ({ start }) => start < whenOf(change).getTime() + DAY_MS,
  );
  return recipients.flatMap((recipient): Notice[] => {
    if (!isPerson(recipient) || recipient === actor) return [];
    // A cover by who has duty anyway.
    if (change.type === 'cover' && moves.length === 0) return [];
    const words =
      change.type === 'swap' && moves.length === 0
        ? openSwapNotice({ swap: change, rotation, actor, recipient })
        : {
            title: movedTitle(change, recipient, rotation.state.nameOf(actor)),
            description: paragraph(
              `${titleOf(rotation)} (${rotation.timeZone}):\n${movesInWords(
                moves,
                rotation,
              )}`,
              quoted(change.reason),
            ),
          };
    return [
      {
        about: `change/${change.id}/${change.state}`,
        recipient,
        rotationRef: change.rotationRef,
        severity: isSoon ? 'high' : 'normal',
        topic: 'on-call-changes',
        ...words,
      },
    ];
  });
}

/** Nobody answered: both hear of it, in words that need no rotation. */
function expiryNotices(swap: Swap): Notice[] {
  const [asking, asked] = swap.members.map(ref => parseEntityRef(ref).name);
  const { name } = parseEntityRef(swap.rotationRef);
  const until = swap.expiresAt.toISOString().slice(0, 16).replace('T', ' ');
  const concerned = new Set([...swap.members, swap.requestedBy]);
  return [...concerned].filter(isPerson).map(recipient => ({
    about: `change/${swap.id}/expired`,
    recipient,
    rotationRef: swap.rotationRef,
    title: 'A proposed on-call swap has expired',
    description: `${name}: nobody answered the swap between ${asking} and ${asked} by ${until} UTC. The shifts stay as they are.`,
    severity: 'normal',
    topic: 'on-call-changes',
  }));
}

/**
 * Tells everybody whom a change concerns, but not the one who made it: who is
 * asked, who asked, and whoever has other duty than before, with the difference.
 */
export class ChangeNotices implements ChangeAnnouncer {
  announcing(rotation: KnownRotation): Announce {
    return change =>
      noticesOf(change, rotation).map(notice =>
        toMessage(notice, whenOf(change)),
      );
  }

  readonly expired: Announce = change =>
    change.type === 'swap'
      ? expiryNotices(change).map(notice => toMessage(notice, whenOf(change)))
      : [];
}
