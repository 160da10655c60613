import { kindOf, State, Verdict } from './verdict';

/** From an instant on, until the next point of its line, it stands so. */
export interface Point {
  readonly from: number;
  readonly verdict: Verdict;
}

/**
 * How a rule stands over time if nothing more is heard: points in order, the
 * last of which holds for ever. So that what is to come is known too, and with
 * it when to look again.
 */
export type Line = readonly Point[];

/** A time during which a rule stood one way. Half open; without `to` it lasts. */
export interface StateInterval {
  readonly from: number;
  readonly to?: number;
  /** As it was at the beginning. */
  readonly verdict: Verdict;
}

/** The last point at or before an instant. */
export function pointAt(line: Line, instant: number): Point | undefined {
  let found: Point | undefined;
  for (const point of line) {
    if (point.from > instant) break;
    found = point;
  }
  return found;
}

/** The first instant after another at which it will stand otherwise. */
export function changeAfter(line: Line, instant: number): number | undefined {
  const now = pointAt(line, instant);
  return line.find(
    ({ from, verdict }) =>
      from > instant && (!now || kindOf(verdict) !== kindOf(now.verdict)),
  )?.from;
}

/** The line from an instant on: what held before begins there. */
export function since(line: Line, from: number): Line {
  const first = pointAt(line, from);
  return [
    ...(first ? [{ ...first, from }] : []),
    ...line.filter(point => point.from > from),
  ];
}

/** Worst first: one series that misses is not hidden by others that do not. */
const WORST_FIRST: readonly State[] = [
  'missed',
  'at-risk',
  'met',
  'no-baseline',
  'no-data',
  'pending',
  'excluded',
];

/** The worse of two; of equals the first. */
export function worse(a: Verdict, b: Verdict): Verdict {
  return WORST_FIRST.indexOf(b.state) < WORST_FIRST.indexOf(a.state) ? b : a;
}

/** The worst of several lines at each time. */
export function worstOf(lines: readonly Line[]): Line {
  if (lines.length === 1) return lines[0];
  const instants = new Set(lines.flatMap(line => line.map(({ from }) => from)));
  const next = lines.map(() => 0);
  return [...instants]
    .sort((a, b) => a - b)
    .flatMap(from => {
      const verdicts = lines.flatMap((line, index) => {
        while (line[next[index]]?.from <= from) next[index] += 1;
        const point = line[next[index] - 1];
        return point ? [point.verdict] : [];
      });
      return verdicts.length > 0
        ? [{ from, verdict: verdicts.reduce(worse) }]
        : [];
    });
}

/** A line with some times replaced. */
export function overlay(
  line: Line,
  times: readonly { from: number; to: number; verdict: Verdict }[],
): Line {
  return times.reduce<Line>((under, { from, to, verdict }) => {
    const before = under.filter(point => point.from < from);
    if (!pointAt(under, to - 1)) return under;
    const begin = Math.max(from, under[0].from);
    return [...before, { from: begin, verdict }, ...since(under, to)];
  }, line);
}

/** The states of a line within `[from, to)`, one interval for each change. */
export function toIntervals(
  line: Line,
  window: { from: number; to: number },
  now: number,
): StateInterval[] {
  const end = Math.min(window.to, now + 1);
  const points = since(line, window.from).filter(
    ({ from }) => from >= window.from && from < end,
  );
  const changes = points.filter(
    ({ verdict }, index) =>
      index === 0 || kindOf(verdict) !== kindOf(points[index - 1].verdict),
  );
  return changes.map(({ from, verdict }, index) => {
    const next = changes[index + 1]?.from;
    const to = next ?? (window.to <= now ? window.to : undefined);
    return { from, ...(to !== undefined && { to }), verdict };
  });
}

/**
 * Intervals one after the other, those that go on as they were made one; it
 * keeps what was known at its beginning.
 *
 * @param isOne - whether two may be made one beside that, such as those of one
 * version of a rule
 */
export function mergeIntervals<T extends StateInterval>(
  intervals: readonly T[],
  isOne: (one: T, next: T) => boolean = () => true,
): T[] {
  const merged: T[] = [];
  for (const interval of intervals) {
    const last = merged[merged.length - 1];
    const goesOn =
      last?.to === interval.from &&
      kindOf(last.verdict) === kindOf(interval.verdict) &&
      isOne(last, interval);
    if (goesOn) {
      const joined: T & { to?: number } = { ...last };
      if (interval.to === undefined) delete joined.to;
      else joined.to = interval.to;
      merged[merged.length - 1] = joined;
    } else merged.push(interval);
  }
  return merged;
}

/** The parts of intervals within `[from, to)`; what lasts ends at `to`. */
export function clip(
  intervals: readonly StateInterval[],
  window: { from: number; to: number },
): (StateInterval & { to: number })[] {
  return intervals.flatMap(interval => {
    const from = Math.max(interval.from, window.from);
    const to = Math.min(interval.to ?? window.to, window.to);
    return from < to ? [{ from, to, verdict: interval.verdict }] : [];
  });
}

/** Seconds in each state within `[from, to)`: a sum over a few intervals. */
export function secondsPerState(
  intervals: readonly StateInterval[],
  window: { from: number; to: number },
): Partial<Record<State, number>> {
  const seconds: Partial<Record<State, number>> = {};
  for (const { from, to, verdict } of clip(intervals, window)) {
    seconds[verdict.state] =
      (seconds[verdict.state] ?? 0) + (to - from) / 1_000;
  }
  return seconds;
}
