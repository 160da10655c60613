import {
  Period,
  periodAt,
  periodBefore,
  periodsBetween,
} from '../calendar/period';
import { Decimal } from '../exactDecimal';
import { measuredAt, MeasurementFact, seriesOf } from '../facts';
import { Line, Point } from '../intervals';
import { MonitorOf, Setting } from '../rule';
import { LineJudge } from '../RuleJudge';
import { NO_EVIDENCE, Verdict } from '../verdict';
import {
  NOT_MEASURED,
  sinceMeasured,
  valueOf,
  withoutValue,
} from './figureLine';
import { holdOf } from './holdOf';

const HUNDRED = Decimal.of(100);
/** The last measurement that is of each period: its closing figure. */
function closingFigures(
  series: readonly MeasurementFact[],
  periods: readonly Period[],
): (MeasurementFact | undefined)[] {
  let next = 0;
  return periods.map(({ from, to }) => {
    let last: MeasurementFact | undefined;
    while (next < series.length && measuredAt(series[next]) < to) {
      if (measuredAt(series[next]) >= from) last = series[next];
      next += 1;
    }
    return last;
  });
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
      return { metrics: { [metric]: { from, withLastBefore: true } } };
    },
    line: ({ window, facts, now }) => {
      const first = closedAt(window.from - heldMs);
      const until = Math.max(now, window.from);
      // The period that runs is judged too: as it will stand when it closes.
      const { to } = periodAt(unit, until, timeZone);
      const { from } = periodBefore(first, timeZone);
      const periods = periodsBetween(unit, from, to, timeZone);
      const lines = [...seriesOf(facts, metric).values()].map<Line>(series => {
        const figures = closingFigures(series, periods);
        const begin = measuredAt(series[0]);
        return periods.flatMap((period, index): Point[] => {
          const earlier = periods[index - 1];
          if (!earlier || period.to <= begin) return [];
          const verdict = compare(
            spec,
            { period, figure: figures[index] },
            { period: earlier, figure: figures[index - 1] },
          );
          return [{ from: period.to, verdict }];
        });
      });
      return sinceMeasured(lines);
    },
  };
}
