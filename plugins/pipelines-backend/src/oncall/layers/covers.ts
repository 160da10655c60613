import { Cover } from '../changes/cover';
import { CoverReason } from '../reason';
import { momentInWords } from '../words';
import { minuteOf, overlay, Piece } from './piece';

/**
 * The cover layer: for a time someone stands in for whoever has duty, also where
 * nobody has. Of several covers the last one created wins, and the reasons keep
 * all. No cover moves the boundary of a shift or reaches into the past.
 */
export class CoverLayer {
  readonly #covers: readonly (Cover & { start: number; end: number })[];
  readonly #nameOf: (ref: string) => string;

  constructor(covers: readonly Cover[], nameOf: (ref: string) => string) {
    this.#nameOf = nameOf;
    this.#covers = covers
      .map(cover => ({
        ...cover,
        start: Math.max(minuteOf(cover.from), minuteOf(cover.createdAt)),
        end: minuteOf(cover.to),
      }))
      .sort(
        (one, other) =>
          one.createdAt.getTime() - other.createdAt.getTime() ||
          (one.id < other.id ? -1 : 1),
      );
  }

  /** @param pieces - of one shift; `timeZone` is for the words */
  apply(pieces: readonly Piece[], timeZone: string): Piece[] {
    return this.#covers.reduce<Piece[]>(
      (changed, cover) =>
        overlay(changed, cover, piece =>
          piece.primary === cover.by
            ? piece
            : {
                ...piece,
                primary: cover.by,
                reasons: [
                  ...piece.reasons,
                  this.#reason(cover, piece.primary, timeZone),
                ],
              },
        ),
      [...pieces],
    );
  }

  #reason(
    cover: Cover & { start: number; end: number },
    outgoing: string | undefined,
    timeZone: string,
  ): CoverReason {
    const { id, by, from, to, createdBy, reason: note } = cover;
    const [start, end] = [cover.start, cover.end].map(instant =>
      momentInWords(instant, timeZone),
    );
    const name = this.#nameOf(by);
    const whom =
      outgoing === undefined ? 'where nobody is free' : this.#nameOf(outgoing);
    const cause = note === undefined ? '' : ` (${note})`;
    const arranged =
      createdBy === by ? '' : `, arranged by ${this.#nameOf(createdBy)}`;
    return {
      type: 'cover',
      changeId: id,
      ...(outgoing !== undefined && { outgoing }),
      incoming: by,
      from,
      to,
      createdBy,
      ...(note !== undefined && { note }),
      text: `${name}, because ${name} covers ${
        outgoing === undefined ? '' : 'for '
      }${whom} from ${start} to ${end}${cause}${arranged}`,
    };
  }
}
