import { endOfRun } from '../facts';
import { Line, tidy } from '../intervals';
import { MonitorOf } from '../rule';
import { LineJudge } from '../RuleJudge';
import { attemptsOf } from '../slots/goodRuns';
import { Verdict } from '../verdict';
import { NEVER_MEASURED } from './figureLine';
import { holdOf, SETTLE_MS } from './holdOf';

/**
 * Judges whether each complete run has all figures it must have. They may come
 * some minutes after the end of the run, or as long after as `for` says.
 */
export function required(spec: MonitorOf<'required'>): LineJudge {
  const { metrics, audience } = spec;
  const hold = holdOf(spec, SETTLE_MS);
  const heldMs = Math.max(hold.forMs, hold.recoverAfterMs);
  return {
    shape: 'line',
    target: 100,
    hold,
    reads: { runs: audience ? { audience } : 'all', metrics },
    needs: window => {
      // The last run before the window says how it stands at its beginning.
      const from = window.from - heldMs;
      const range = { from, isSinceRuns: true };
      return {
        runs: { from, withLastBefore: true },
        metrics: Object.fromEntries(metrics.map(each => [each, range])),
      };
    },
    line: ({ facts }): Line => {
      const attempts = attemptsOf({ facts, audience, requires: [{ metrics }] });
      const points = attempts.flatMap(({ run, goodAt, lacks }) => {
        const from = endOfRun(run);
        if (run.state !== 'complete' || from === undefined) return [];
        const runId = run.id;
        const evidence = { type: 'required', runId, lacks } as const;
        const missed: Verdict = {
          state: 'missed',
          reason: 'incomplete',
          evidence,
        };
        const met: Verdict = { state: 'met', evidence };
        return goodAt === undefined
          ? [{ from, verdict: missed }]
          : [
              { from, verdict: missed },
              { from: goodAt, verdict: met },
            ];
      });
      return [{ from: -Infinity, verdict: NEVER_MEASURED }, ...tidy(points)];
    },
  };
}
