import { KnownRotation } from '../rotations/KnownRotation';
import { momentInWords } from '../oncall/words';
import { DutyMove, Span } from './dutyMoves';

/** What a rotation is called. */
export function titleOf({ entity }: KnownRotation): string {
  return entity.metadata.title ?? entity.metadata.name;
}

/** "30 Nov 09:00 – 7 Dec 09:00", by the clock of the rotation. */
export function spanInWords({ start, end }: Span, timeZone: string): string {
  return [start, end].map(each => momentInWords(each, timeZone)).join(' – ');
}

/** Sentences as one text; those that are not there are left out. */
export function paragraph(...sentences: (string | undefined)[]): string {
  return sentences.filter(Boolean).join(' ');
}

/** What somebody wrote, as his words. */
export function quoted(reason: string | undefined): string | undefined {
  return reason ? `“${reason}”` : undefined;
}

/** A line for each move: "30 Nov 09:00 – 7 Dec 09:00: A → B". */
export function movesInWords(
  moves: readonly DutyMove[],
  { timeZone, state }: KnownRotation,
): string {
  const named = (ref?: string) => (ref ? state.nameOf(ref) : 'nobody');
  return moves
    .map(
      move =>
        `${spanInWords(move, timeZone)}: ${named(move.before)} → ${named(
          move.after,
        )}`,
    )
    .join('\n');
}
