import { Absence, Absences } from './changes/absence';
import { Cover } from './changes/cover';
import { AcceptedSwap, LapsedSwap } from './changes/swap';
import { withAllHands } from './layers/allHands';
import { CoverLayer } from './layers/covers';
import { HolidayLayer } from './layers/holidays';
import { merged, Piece, pieceOf } from './layers/piece';
import { SwapLayer } from './layers/swaps';
import { ResolvedShift, Segment } from './resolvedShift';
import { RotationVersion } from './versions/rotationVersion';
import { BaseShift, Timeline } from './versions/timeline';
import { DAY_MS } from './zoneClock';
import { momentInWords } from './words';

/** A rotation with all that changes it: what every answer is computed from. */
export interface RotationState {
  /** In the order in which they take effect, at least one. */
  readonly versions: readonly RotationVersion[];
  /** Accepted ones, in any order. */
  readonly swaps: readonly AcceptedSwap[];
  /** In any order. */
  readonly covers: readonly Cover[];
  /** In any order, also those taken back. */
  readonly absences: readonly Absence[];
  /** What to call a member in plain words, by entity ref. */
  readonly nameOf: (ref: string) => string;
}

const NEXT_WITHIN_MS = 2 * 366 * DAY_MS;

function instantOf(date: Date): number {
  const instant = date.getTime();
  if (Number.isNaN(instant)) {
    throw new RangeError('The date is invalid');
  }
  return instant;
}

/** The one place where layers meet: all answers agree because of it. */
export class Roster {
  readonly timeline: Timeline;
  readonly absences: Absences;
  readonly nameOf: (ref: string) => string;
  readonly #holidays: HolidayLayer;
  readonly #swaps: SwapLayer;
  readonly #covers: CoverLayer;

  /** @throws RangeError if a version or change is malformed */
  constructor({ versions, swaps, covers, absences, nameOf }: RotationState) {
    this.timeline = new Timeline(versions);
    this.absences = new Absences(absences);
    this.nameOf = nameOf;
    this.#holidays = new HolidayLayer(this.timeline, this.absences, nameOf);
    this.#swaps = new SwapLayer(this.timeline, swaps, this.absences, nameOf);
    this.#covers = new CoverLayer(covers, nameOf);
  }

  get lapsed(): readonly LapsedSwap[] {
    return this.#swaps.lapsed;
  }

  /** Whose shift it is after swaps. */
  holderOf(shift: BaseShift): string {
    return this.#swaps.holderOf(shift);
  }

  /** What becomes of one shift, in order and without holes. */
  segmentsOf(shift: BaseShift): Segment[] {
    const { plan } = shift.span.version;
    const onHolidays = this.#holidays.apply([pieceOf(shift)], shift.span);
    const swapped = this.#swaps.apply(onHolidays, shift);
    const covered = this.#covers.apply(swapped, plan.timeZone);
    return merged(withAllHands(covered, plan)).map(piece =>
      this.#segment(piece, shift),
    );
  }

  between(from: Date, to: Date): Segment[] {
    const [begin, until] = [instantOf(from), instantOf(to)];
    return this.timeline
      .between(begin, until)
      .flatMap(shift => this.segmentsOf(shift))
      .filter(({ start, end }) => end > from && start < to);
  }

  at(at: Date): Segment | undefined {
    const shift = this.timeline.shiftAt(instantOf(at));
    return (
      shift &&
      this.segmentsOf(shift).find(({ start, end }) => start <= at && at < end)
    );
  }

  nextAfter(at: Date, current: Segment | undefined): ResolvedShift {
    const begin = Math.max(instantOf(at), this.timeline.start);
    let fallback: ResolvedShift | undefined;
    const now = current?.kind === 'duty' ? current.primary : undefined;
    let shift = this.timeline.shiftAt(begin);
    while (shift && shift.start < begin + NEXT_WITHIN_MS) {
      for (const segment of this.segmentsOf(shift)) {
        if (segment.kind === 'duty' && segment.start > at) {
          if (segment.primary !== now) {
            return segment;
          }
          fallback ??= segment;
        }
      }
      const isDone = fallback && shift.span.version.plan.members.length === 1;
      shift = isDone ? undefined : this.timeline.shiftAt(shift.end);
    }
    if (!fallback) {
      throw new RangeError(`No duty follows ${at.toISOString()}`);
    }
    return fallback;
  }

  #segment(piece: Piece, shift: BaseShift): Segment {
    const { holder, watching, reasons, primary } = piece;
    const [start, end] = [new Date(piece.start), new Date(piece.end)];
    const stretch = { number: shift.number, start, end, holder };
    if (primary !== undefined) {
      return { kind: 'duty', ...stretch, primary, watching, reasons };
    }
    const { timeZone } = shift.span.version.plan;
    const [from, to] = [piece.start, piece.end].map(instant =>
      momentInWords(instant, timeZone),
    );
    const why = reasons.find(({ type }) => type === 'holiday');
    return {
      kind: 'gap',
      ...stretch,
      watching,
      reasons,
      away: why?.type === 'holiday' ? why.away : [],
      toldLevel: 2,
      text: `Nobody has duty from ${from} to ${to} (${timeZone}): ${
        why?.text ?? 'nobody is free'
      }; level 2 is told`,
    };
  }
}
