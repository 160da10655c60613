import { MonitorOf } from '../rule';
import { LineJudge } from '../RuleJudge';
import { Verdict } from '../verdict';
import { figureLine, valueOf } from './figureLine';
import { heldRange, holdOf } from './holdOf';

/** Judges whether a figure is between two limits, both of which are still good. */
export function range(spec: MonitorOf<'range'>): LineJudge {
  const { metric, mustBeBetween } = spec;
  const [low, high] = mustBeBetween;
  const hold = holdOf(spec);
  return {
    shape: 'line',
    target: 100,
    hold,
    reads: { metrics: [metric] },
    needs: window => ({ metrics: { [metric]: heldRange(window, hold) } }),
    line: ({ facts }) =>
      figureLine(facts, metric, (measurement): Verdict => {
        const value = valueOf(measurement) ?? NaN;
        const evidence = {
          type: 'figure',
          id: measurement.id,
          value,
          limit: { operator: 'mustBeBetween', values: mustBeBetween },
        } as const;
        return value >= low && value <= high
          ? { state: 'met', evidence }
          : { state: 'missed', reason: 'out-of-limits', evidence };
      }),
  };
}
