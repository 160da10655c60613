import { dayAt, dayOfDate } from '../calendarDay';
import { Absences, daysOf } from '../changes/absence';
import { AcceptedSwap, LapsedSwap } from '../changes/swap';
import { SwapReason } from '../reason';
import { BaseShift, Timeline } from '../versions/timeline';
import { dayInWords, daysInWords } from '../words';
import { minuteOf, overlay, Piece } from './piece';

/** What a swap means for one of its two shifts. */
interface Side {
  readonly swap: AcceptedSwap;
  readonly number: number;
  readonly outgoing: string;
  readonly incoming: string;
  /** Epoch milliseconds: not before the swap was agreed. */
  readonly since: number;
}

/** The sides of all swaps that concern one shift, in order of acceptance. */
interface Sides {
  readonly effective: readonly Side[];
  readonly lapsed: ReadonlyMap<Side, LapsedSwap['why']>;
  /** Whose shift it is in the end. */
  readonly holder: string;
}

function sidesOf(swap: AcceptedSwap): Side[] {
  const [giver, taker] = swap.members;
  const since = minuteOf(swap.answeredAt);
  return [
    {
      swap,
      number: swap.shifts[0],
      outgoing: giver,
      incoming: taker,
      since,
    },
    {
      swap,
      number: swap.shifts[1],
      outgoing: taker,
      incoming: giver,
      since,
    },
  ];
}

/**
 * The swap layer: what one member has in a shift, another takes, and the other
 * way round in the other shift.
 *
 * Swaps take effect in the order in which they were accepted, so a shift that
 * came by a swap can be swapped again. Each of the two shifts is looked at on its
 * own: when a new version of the rotation gives one of them to someone else, the
 * other, which may be served already, stays as it was agreed. Holiday duty of a
 * third person within the shift stays with that person.
 */
export class SwapLayer {
  readonly #timeline: Timeline;
  readonly #absences: Absences;
  readonly #nameOf: (ref: string) => string;
  readonly #sides: readonly Side[];
  readonly #byShift = new Map<number, Side[]>();
  /** Looked at when first asked about: most questions concern one shift. */
  readonly #seen = new Map<number, Sides>();

  /** @throws RangeError if `answeredAt` of a swap is invalid */
  constructor(
    timeline: Timeline,
    swaps: readonly AcceptedSwap[],
    absences: Absences,
    nameOf: (ref: string) => string,
  ) {
    this.#timeline = timeline;
    this.#absences = absences;
    this.#nameOf = nameOf;
    this.#sides = [...swaps]
      .sort(
        (one, other) =>
          one.answeredAt.getTime() - other.answeredAt.getTime() ||
          (one.id < other.id ? -1 : 1),
      )
      .flatMap(sidesOf);
    for (const side of this.#sides) {
      const earlier = this.#byShift.get(side.number);
      if (earlier) {
        earlier.push(side);
      } else {
        this.#byShift.set(side.number, [side]);
      }
    }
  }

  /** Sides of swaps that do not apply any more, in order of acceptance. */
  get lapsed(): LapsedSwap[] {
    return this.#sides.flatMap(side => {
      const { number, swap } = side;
      const shift = this.#timeline.shiftNumbered(number);
      const why = shift ? this.#sidesOf(shift).lapsed.get(side) : 'no-shift';
      return why ? [{ id: swap.id, shift: number, why }] : [];
    });
  }

  /** Whose shift it is after all swaps. */
  holderOf(shift: BaseShift): string {
    return this.#sidesOf(shift).holder;
  }

  /** @param pieces - of this shift */
  apply(pieces: readonly Piece[], shift: BaseShift): Piece[] {
    return this.#sidesOf(shift).effective.reduce<Piece[]>(
      (changed, side) => {
        const { outgoing, incoming, since } = side;
        const reason = this.#reason(side, shift);
        return overlay(changed, { start: since, end: Infinity }, piece =>
          piece.primary === outgoing
            ? {
                ...piece,
                holder: incoming,
                primary: incoming,
                reasons: [...piece.reasons, reason],
              }
            : { ...piece, holder: incoming },
        );
      },
      [...pieces],
    );
  }

  #sidesOf(shift: BaseShift): Sides {
    let sides = this.#seen.get(shift.number);
    if (!sides) {
      sides = this.#look(shift);
      this.#seen.set(shift.number, sides);
    }
    return sides;
  }

  #look(shift: BaseShift): Sides {
    const { members } = shift.span.version.plan;
    const effective: Side[] = [];
    const lapsed = new Map<Side, LapsedSwap['why']>();
    let holder = shift.primary;
    for (const side of this.#byShift.get(shift.number) ?? []) {
      if (shift.end <= side.since) {
        lapsed.set(side, 'over');
      } else if (holder !== side.outgoing) {
        lapsed.set(side, 'other-holder');
      } else if (!members.includes(side.incoming)) {
        lapsed.set(side, 'left');
      } else {
        effective.push(side);
        holder = side.incoming;
      }
    }
    return { effective, lapsed, holder };
  }

  #reason(side: Side, shift: BaseShift): SwapReason {
    const { swap, outgoing, incoming } = side;
    const { timeZone } = shift.span.version.plan;
    const { id, shifts, answeredBy, answeredAt, reason: note } = swap;
    const known = answeredAt.getTime();
    const days = daysOf(shift.start, shift.end, timeZone);
    const absence = this.#absences.find(outgoing, days, known);
    const [giver, taker, agreedBy] = [outgoing, incoming, answeredBy].map(
      this.#nameOf,
    );
    const away = absence
      ? `is away ${daysInWords(
          dayOfDate(absence.from),
          dayOfDate(absence.to),
        )} and `
      : '';
    const agreed = `agreed by ${agreedBy} on ${dayInWords(
      dayAt(known, timeZone),
    )}`;
    const cause = note === undefined ? '' : ` (${note})`;
    return {
      type: 'swap',
      changeId: id,
      outgoing,
      incoming,
      shifts,
      answeredBy,
      answeredAt,
      ...(absence && { absence: { from: absence.from, to: absence.to } }),
      ...(note !== undefined && { note }),
      text: `${taker}, because ${giver} ${away}swapped with ${taker}, ${agreed}${cause}`,
    };
  }
}
