import { endOfRun, Facts } from '../facts';
import { Line, Point } from '../intervals';
import { MonitorOf, Setting } from '../rule';
import { LineJudge } from '../RuleJudge';
import { attemptsOf } from '../slots/goodRuns';
import { monthBefore } from '../slots/runSlots';
import { Verdict } from '../verdict';
import { NEVER_MEASURED } from './figureLine';
import { holdOf, SETTLE_MS } from './holdOf';

/** Runs that began this long before the last one may end after it. */
const LONG_RUN_MS = 86_400_000;

/** How each complete run stands from its end on, until a later one ends. */
function pointsOf({ metrics, audience }: MonitorOf<'required'>, facts: Facts) {
  const attempts = attemptsOf({ facts, audience, requires: [{ metrics }] });
  const ended = attempts
    .flatMap(attempt => {
      const endedAt = endOfRun(attempt.run);
      const isComplete = attempt.run.state === 'complete';
      return isComplete && endedAt !== undefined
        ? [{ ...attempt, endedAt }]
        : [];
    })
    .sort((a, b) => a.endedAt - b.endedAt || a.run.begunAt - b.run.begunAt);
  let latest = -Infinity;
  const shown = ended.filter(({ run }) => {
    // Figures belong to the run that began last: an earlier one says no more.
    if (run.begunAt < latest) return false;
    latest = run.begunAt;
    return true;
  });
  return shown.flatMap(({ run, endedAt, goodAt, lacks }, index): Point[] => {
    const until = shown[index + 1]?.endedAt ?? Infinity;
    const evidence = { type: 'required', runId: run.id, lacks } as const;
    const missed: Verdict = { state: 'missed', reason: 'incomplete', evidence };
    const points = [
      ...(goodAt === endedAt ? [] : [{ from: endedAt, verdict: missed }]),
      ...(goodAt === undefined
        ? []
        : [{ from: goodAt, verdict: { state: 'met', evidence } as const }]),
    ];
    return points.filter(({ from }) => from < until);
  });
}

/**
 * Judges whether each complete run has all figures it must have. They may come
 * some minutes after the end of the run, or as long after as `for` says.
 */
export function required(
  spec: MonitorOf<'required'>,
  { timeZone }: Setting,
): LineJudge {
  const { metrics, audience } = spec;
  const hold = holdOf(spec, SETTLE_MS);
  const heldMs = Math.max(hold.forMs, hold.recoverAfterMs);
  return {
    shape: 'line',
    target: 100,
    hold,
    reads: { runs: audience ? { audience } : 'all', metrics },
    // A figure may be of a run that ended long before.
    judgedFrom: touchedFrom => monthBefore(touchedFrom, timeZone),
    needs: window => {
      // The last run before the window says how it stands at its beginning.
      const from = window.from - heldMs - LONG_RUN_MS;
      const range = { from, isSinceRuns: true };
      return {
        runs: { from, withLastBefore: true },
        metrics: Object.fromEntries(metrics.map(each => [each, range])),
      };
    },
    line: ({ facts }): Line => [
      { from: -Infinity, verdict: NEVER_MEASURED },
      ...pointsOf(spec, facts),
    ],
  };
}
