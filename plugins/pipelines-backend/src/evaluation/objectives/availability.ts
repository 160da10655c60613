import { DownFact, Facts } from '../facts';
import { Line, Point } from '../intervals';
import { ObjectiveOf } from '../rule';
import { LineJudge } from '../RuleJudge';
import { NO_EVIDENCE, Verdict } from '../verdict';

const UP: Verdict = { state: 'met', evidence: NO_EVIDENCE };
const NOT_WATCHED: Verdict = {
  state: 'no-data',
  reason: 'not-watched',
  evidence: NO_EVIDENCE,
};

function downAt(downs: readonly DownFact[], instant: number): Verdict {
  const alertIds = downs
    .filter(({ from, to = Infinity }) => from <= instant && instant < to)
    .map(({ id }) => id)
    .sort();
  return alertIds.length > 0
    ? {
        state: 'missed',
        reason: 'down',
        evidence: { type: 'downtime', alertIds },
      }
    : UP;
}

/** Alerts that say that it is down: those named, else the critical ones. */
function downsOf(
  { alerts }: ObjectiveOf<'availability'>,
  facts: Facts,
): readonly DownFact[] {
  return facts.downs.filter(({ name, severity }) =>
    alerts ? alerts.includes(name) : severity === 'critical',
  );
}

/**
 * Judges whether it is up: it is down while any of its alerts says so, however
 * many do. Where nobody would tell, it is not known to be up.
 */
export function availability(spec: ObjectiveOf<'availability'>): LineJudge {
  return {
    shape: 'line',
    target: spec.target,
    reads: { downs: true },
    needs: ({ from, to }) => ({
      downs: { from, ...(Number.isFinite(to) && { to }) },
    }),
    line: ({ facts }): Line => {
      const { downsWatchedSince = Infinity } = facts;
      const downs = downsOf(spec, facts);
      const instants = new Set([
        downsWatchedSince,
        ...downs.flatMap(({ from, to = Infinity }) => [from, to]),
      ]);
      const points = [...instants]
        .filter(Number.isFinite)
        .sort((a, b) => a - b)
        .map((from): Point => {
          const verdict = downAt(downs, from);
          const isKnown = from >= downsWatchedSince || verdict !== UP;
          return { from, verdict: isKnown ? verdict : NOT_WATCHED };
        });
      return [{ from: -Infinity, verdict: NOT_WATCHED }, ...points];
    },
  };
}
