import { Swap } from '../database';
import { Timeline } from '../oncall';
import { momentInWords } from '../oncall/words';
import { KnownRotation } from '../rotations/KnownRotation';
import { Span } from './dutyMoves';
import { Notice } from './notice';
import { paragraph, quoted, spanInWords, titleOf } from './noticeWords';

/** When the shifts of a swap are; those that are no more are left out. */
export function spansOfSwap({ shifts }: Swap, rotation: KnownRotation): Span[] {
  const timeline = new Timeline(rotation.state.versions);
  return [...shifts]
    .sort((a, b) => a - b)
    .flatMap(number => timeline.shiftNumbered(number) ?? []);
}

/** What the swap is, seen from one of the two: "You take …, B takes …". */
function exchange(
  swap: Swap,
  rotation: KnownRotation,
  recipient: string,
): string {
  const timeline = new Timeline(rotation.state.versions);
  const { nameOf } = rotation.state;
  const parts = swap.shifts.flatMap((number, side) => {
    const shift = timeline.shiftNumbered(number);
    const taker = swap.members[1 - side];
    const who = taker === recipient ? 'you take' : `${nameOf(taker)} takes`;
    return shift ? `${who} ${spanInWords(shift, rotation.timeZone)}` : [];
  });
  const text = `${parts.join(', ')} (${rotation.timeZone}).`;
  return text[0].toUpperCase() + text.slice(1);
}

function proposedTitle(swap: Swap, recipient: string, actor: string): string {
  if (recipient !== swap.members[1]) {
    return `${actor} proposed to swap your on-call shift`;
  }
  return `${actor} asks you to swap on-call shifts`;
}

/**
 * A swap that moves nothing yet or never will: proposed, declined, withdrawn
 * before it was answered, or accepted when its shifts had moved on. One who is
 * told did not do it himself.
 */
export function openSwapNotice(options: {
  swap: Swap;
  rotation: KnownRotation;
  actor: string;
  recipient: string;
}): Pick<Notice, 'title' | 'description'> {
  const { swap, rotation, recipient } = options;
  const actor = rotation.state.nameOf(options.actor);
  const what = paragraph(
    `${titleOf(rotation)}:`,
    exchange(swap, rotation, recipient),
  );
  switch (swap.state) {
    case 'declined':
      return {
        title: `${actor} declined your swap`,
        description: `${what} It does not take place; the shifts stay as they are.`,
      };
    case 'cancelled':
      return {
        title: `${actor} withdrew a swap`,
        description: `${what} It does not take place; the shifts stay as they are.`,
      };
    case 'accepted':
      return {
        title: `${actor} accepted your swap`,
        description: `${what} But the rotation has changed, and nobody's duty moves.`,
      };
    default: {
      const until = momentInWords(swap.expiresAt.getTime(), rotation.timeZone);
      return {
        title: proposedTitle(swap, recipient, actor),
        description: paragraph(
          what,
          `It expires on ${until}.`,
          quoted(swap.reason),
        ),
      };
    }
  }
}
