import { Line, Point, pointAt } from './intervals';
import { Hold } from './RuleJudge';
import { Verdict } from './verdict';

type Phase = {
  readonly kind: 'bad' | 'good' | 'unknown';
  readonly from: number;
  /** `Infinity` for the last. */
  to: number;
  readonly points: Point[];
};

function phaseKind({ state }: Verdict): Phase['kind'] {
  if (state === 'missed') return 'bad';
  return state === 'met' ? 'good' : 'unknown';
}

function phasesOf(line: Line): Phase[] {
  const phases: Phase[] = [];
  for (const point of line) {
    const kind = phaseKind(point.verdict);
    const last = phases[phases.length - 1];
    if (last?.kind === kind) last.points.push(point);
    else {
      if (last) last.to = point.from;
      phases.push({ kind, from: point.from, to: Infinity, points: [point] });
    }
  }
  return phases;
}

function asRisk({ evidence }: Verdict): Verdict {
  return { state: 'at-risk', reason: 'holding', evidence };
}

/** Points of a phase from an instant on. */
function pointsFrom(points: readonly Point[], from: number): Point[] {
  const first = pointAt(points, from) ?? points[0];
  return [{ ...first, from }, ...points.filter(point => point.from > from)];
}

/** A condition that holds: at risk until it has held long enough. */
function whileBad(phase: Phase, begin: number, hold: Hold): Point[] {
  const warnsAt = Math.max(phase.from + hold.forMs, begin);
  const missed = { from: warnsAt, verdict: phase.points[0].verdict };
  if (warnsAt === begin) return [missed];
  const risk = pointsFrom(phase.points, begin)
    .filter(({ from }) => from < warnsAt)
    .map(point => ({ ...point, verdict: asRisk(point.verdict) }));
  return warnsAt < phase.to ? [...risk, missed] : risk;
}

/**
 * A line that warns only when its condition has held for a time, and is well
 * only when all was well for a time. Between, what holds is at risk, and what
 * warned still warns. While nothing is known a warning stays as it is: nothing
 * says that the trouble is over.
 *
 * @param options.start - how the line stood at an instant, where what was before
 * is not known; the condition may have begun earlier
 */
export function held(options: {
  line: Line;
  hold: Hold;
  start?: { at: number; verdict: Verdict };
}): Line {
  const { line, hold, start } = options;
  let warning = start?.verdict.state === 'missed' ? start.verdict : undefined;
  return phasesOf(line).flatMap(phase => {
    const begin = Math.max(phase.from, start?.at ?? -Infinity);
    if (phase.to <= begin) return [];
    if (phase.kind === 'bad') {
      if (warning) return [{ from: begin, verdict: warning }];
      const points = whileBad(phase, begin, hold);
      const last = points[points.length - 1].verdict;
      warning = last.state === 'missed' ? last : undefined;
      return points;
    }
    if (!warning) return pointsFrom(phase.points, begin);
    const still = { from: begin, verdict: warning };
    if (phase.kind === 'unknown') return [still];
    const wellAt = Math.max(phase.from + hold.recoverAfterMs, begin);
    if (wellAt >= phase.to) return [still];
    warning = undefined;
    const well = pointsFrom(phase.points, wellAt);
    return wellAt > begin ? [still, ...well] : well;
  });
}
