import { durationToMillis } from '@techflow/backstage-plugin-pipelines-common';
import { measuredAt, MeasurementFact, seriesOf } from '../facts';
import { Line, Point } from '../intervals';
import { MonitorOf } from '../rule';
import { LineJudge } from '../RuleJudge';
import { NO_EVIDENCE, Verdict } from '../verdict';
import {
  NOT_MEASURED,
  sinceMeasured,
  valueOf,
  withoutValue,
} from './figureLine';
import { heldRange, holdOf } from './holdOf';

/** The middle of a list; of an even number the mean of the middle two. */
function medianOf(values: readonly number[]): number {
  const ordered = [...values].sort((a, b) => a - b);
  const middle = Math.floor(ordered.length / 2);
  return ordered.length % 2 === 1
    ? ordered[middle]
    : (ordered[middle - 1] + ordered[middle]) / 2;
}

function isUnusual(
  { direction }: MonitorOf<'anomaly'>,
  distance: number,
  allowed: number,
): boolean {
  switch (direction) {
    case 'spike':
      return distance > allowed;
    case 'drop':
      return -distance > allowed;
    default:
      return Math.abs(distance) > allowed;
  }
}

/** The values of a series within the window before one of its measurements. */
function samplesBefore(
  series: readonly MeasurementFact[],
  index: number,
  windowMs: number,
): number[] {
  const oldest = measuredAt(series[index]) - windowMs;
  const values: number[] = [];
  for (let at = index - 1; at >= 0; at -= 1) {
    if (measuredAt(series[at]) < oldest) break;
    const value = valueOf(series[at]);
    if (value !== undefined) values.push(value);
  }
  return values;
}

/**
 * Judges a figure against its own past: unusual is what lies more than so many
 * median absolute deviations from the median of the window before it. Medians,
 * so that one spike does not hide the next. Too few samples, or all the same,
 * say nothing of what is usual; nor does a figure that is older than the window
 * itself, which is as good as none.
 */
export function anomaly(spec: MonitorOf<'anomaly'>): LineJudge {
  const { metric, minSamples, deviations } = spec;
  const windowMs = durationToMillis(spec.window);
  const hold = holdOf(spec);
  const judge = (
    series: readonly MeasurementFact[],
    index: number,
  ): Verdict => {
    const measurement = series[index];
    const missing = withoutValue(measurement);
    if (missing) return missing;
    const values = samplesBefore(series, index, windowMs);
    if (values.length < minSamples) {
      return {
        state: 'no-baseline',
        reason: 'too-few-samples',
        evidence: NO_EVIDENCE,
      };
    }
    const value = valueOf(measurement) ?? NaN;
    const median = medianOf(values);
    const mad = medianOf(values.map(each => Math.abs(each - median)));
    const evidence = {
      type: 'spread',
      id: measurement.id,
      value,
      median,
      mad,
      samples: values.length,
      deviations,
    } as const;
    if (mad === 0) {
      return { state: 'no-baseline', reason: 'no-spread', evidence };
    }
    return isUnusual(spec, value - median, deviations * mad)
      ? { state: 'missed', reason: 'unusual', evidence }
      : { state: 'met', evidence };
  };
  /** Those before the last one at the begin are not judged: it hides them. */
  const lineOf = (series: readonly MeasurementFact[], begin: number): Line =>
    series.flatMap((measurement, index): Point[] => {
      const from = measuredAt(measurement);
      const until =
        index + 1 < series.length ? measuredAt(series[index + 1]) : Infinity;
      if (until <= begin) return [];
      const point = { from, verdict: judge(series, index) };
      const lapsesAt = from + windowMs + 1;
      return lapsesAt < until
        ? [point, { from: lapsesAt, verdict: NOT_MEASURED }]
        : [point];
    });
  return {
    shape: 'line',
    target: 100,
    hold,
    reads: { metrics: [metric] },
    needs: window => {
      const range = heldRange(window, hold);
      // What stands at its begin is at most one window old, and is judged by the
      // window before it.
      return {
        metrics: {
          [metric]: { ...range, from: range.from - 2 * windowMs },
        },
      };
    },
    line: ({ window, facts }) => {
      const { from } = heldRange(window, hold);
      const all = [...seriesOf(facts, metric).values()];
      return sinceMeasured(all.map(series => lineOf(series, from)));
    },
  };
}
