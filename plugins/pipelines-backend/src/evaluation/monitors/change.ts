import {
  Period,
  periodAt,
  periodBefore,
  periodsBetween,
} from '../calendar/period';
import { Decimal } from '../exactDecimal';
import { measuredAt, MeasurementFact, seriesOf } from '../facts';
import { Line, worstOf } from '../intervals';
import { MonitorOf, Setting } from '../rule';
import { LineJudge } from '../RuleJudge';
import { NO_EVIDENCE, Verdict } from '../verdict';
import { NEVER_MEASURED, valueOf, withoutValue } from './figureLine';
import { holdOf } from './holdOf';

const HUNDRED = Decimal.of(100);
const NOT_MEASURED: Verdict = {
  state: 'no-data',
  reason: 'not-measured',
  evidence: NO_EVIDENCE,
};

/** The last measurement that is of a period: its closing figure. */
function closing(
  series: readonly MeasurementFact[],
  { from, to }: Period,
): MeasurementFact | undefined {
  return series
    .filter(each => measuredAt(each) >= from && measuredAt(each) < to)
    .pop();
}

function compare(
  spec: MonitorOf<'change'>,
  current: { period: Period; figure?: MeasurementFact },
  earlier: { period: Period; figure?: MeasurementFact },
): Verdict {
  if (!current.figure) return NOT_MEASURED;
  const missing = withoutValue(current.figure);
  if (missing) return missing;
  const value = valueOf(current.figure);
  const before = earlier.figure && valueOf(earlier.figure);
  if (value === undefined || before === undefined || !earlier.figure) {
    return {
      state: 'no-baseline',
      reason: 'no-earlier-period',
      evidence: NO_EVIDENCE,
    };
  }
  const evidence = {
    type: 'change',
    id: current.figure.id,
    period: current.period.label,
    value,
    before,
    beforeId: earlier.figure.id,
    periodBefore: earlier.period.label,
  } as const;
  if (before <= 0) {
    return { state: 'no-baseline', reason: 'baseline-not-positive', evidence };
  }
  if (spec.minBaseline !== undefined && before < spec.minBaseline) {
    return { state: 'no-baseline', reason: 'baseline-too-small', evidence };
  }
  const rise = Decimal.of(value).minus(Decimal.of(before)).times(HUNDRED);
  const drop = Decimal.of(before).minus(Decimal.of(value)).times(HUNDRED);
  const allowed = (percent: number) =>
    Decimal.of(before).times(Decimal.of(percent));
  const { mustNotDropMoreThan, mustNotRiseMoreThan } = spec;
  if (
    mustNotDropMoreThan !== undefined &&
    drop.compare(allowed(mustNotDropMoreThan)) > 0
  ) {
    return { state: 'missed', reason: 'dropped', evidence };
  }
  if (
    mustNotRiseMoreThan !== undefined &&
    rise.compare(allowed(mustNotRiseMoreThan)) > 0
  ) {
    return { state: 'missed', reason: 'rose', evidence };
  }
  return { state: 'met', evidence };
}

/**
 * Judges a closed period against the one before it, from the moment it closes:
 * the last figure of each. A period that still runs is never compared. Without a
 * positive earlier figure a percentage says nothing, and none is taken.
 */
export function change(
  spec: MonitorOf<'change'>,
  { timeZone }: Setting,
): LineJudge {
  const { metric, period: unit } = spec;
  const hold = holdOf(spec);
  const heldMs = Math.max(hold.forMs, hold.recoverAfterMs);
  /** The closed period that stands at an instant. */
  const closedAt = (instant: number) =>
    periodBefore(periodAt(unit, instant, timeZone), timeZone);
  return {
    shape: 'line',
    target: 100,
    hold,
    reads: { metrics: [metric] },
    needs: window => {
      const first = closedAt(window.from - heldMs);
      const { from } = periodBefore(first, timeZone);
      return { metrics: { [metric]: { from } } };
    },
    line: ({ window, facts, now }) => {
      const first = closedAt(window.from - heldMs);
      const until = Math.max(now, window.from);
      // The period that runs is judged too: as it will stand when it closes.
      const { to } = periodAt(unit, until, timeZone);
      const periods = periodsBetween(unit, first.from, to, timeZone);
      const lines = [...seriesOf(facts, metric).values()].map<Line>(series =>
        periods.map(period => {
          const earlier = periodBefore(period, timeZone);
          const current = { period, figure: closing(series, period) };
          const before = { period: earlier, figure: closing(series, earlier) };
          return { from: period.to, verdict: compare(spec, current, before) };
        }),
      );
      return lines.length > 0
        ? worstOf(lines)
        : [{ from: -Infinity, verdict: NEVER_MEASURED }];
    },
  };
}
