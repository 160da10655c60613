import { resolve, RotationState, Segment } from '../oncall';

/** Some time, epoch milliseconds. */
export interface Span {
  readonly start: number;
  /** First instant after it. */
  readonly end: number;
}

/** A time in which somebody else has duty than before. */
export interface DutyMove extends Span {
  /** Entity reference of who had it; undefined: nobody. */
  readonly before?: string;
  /** Entity reference of who has it now; undefined: nobody. */
  readonly after?: string;
}

function segmentsIn(state: RotationState, { start, end }: Span): Segment[] {
  const { shifts, gaps } = resolve(state, new Date(start), new Date(end));
  return [...shifts, ...gaps];
}

function primaryAt(
  segments: readonly Segment[],
  instant: number,
): string | undefined {
  const found = segments.find(
    ({ start, end }) => start.getTime() <= instant && instant < end.getTime(),
  );
  return found?.kind === 'duty' ? found.primary : undefined;
}

function movesIn(
  before: RotationState,
  after: RotationState,
  span: Span,
): DutyMove[] {
  const [old, now] = [before, after].map(state => segmentsIn(state, span));
  const edges = [...old, ...now]
    .flatMap(({ start, end }) => [start.getTime(), end.getTime()])
    .filter(edge => edge > span.start && edge < span.end);
  const starts = [span.start, ...new Set(edges)].sort((a, b) => a - b);
  const moves: DutyMove[] = [];
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? span.end;
    const move = {
      start,
      end,
      before: primaryAt(old, start),
      after: primaryAt(now, start),
    };
    if (move.before === move.after) continue;
    const last = moves.at(-1);
    const goesOn =
      last?.end === start &&
      last.before === move.before &&
      last.after === move.after;
    if (goesOn) moves[moves.length - 1] = { ...last, end };
    else moves.push(move);
  }
  return moves;
}

/**
 * The difference between two states of a rotation: when who has duty is no more
 * who had it before.
 *
 * @param spans - where to look, in order and apart; cut to them
 */
export function dutyMoves(
  before: RotationState,
  after: RotationState,
  spans: readonly Span[],
): DutyMove[] {
  return spans.flatMap(span => movesIn(before, after, span));
}
