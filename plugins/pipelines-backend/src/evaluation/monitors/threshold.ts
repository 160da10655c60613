import { MonitorOf } from '../rule';
import { LineJudge } from '../RuleJudge';
import { Verdict } from '../verdict';
import { figureLine, valueOf } from './figureLine';
import { heldRange, holdOf } from './holdOf';

const GOOD: Record<string, (value: number, limit: number) => boolean> = {
  mustBe: (value, limit) => value === limit,
  mustNotBe: (value, limit) => value !== limit,
  mustBeGreaterThan: (value, limit) => value > limit,
  mustBeGreaterOrEqualTo: (value, limit) => value >= limit,
  mustBeLessThan: (value, limit) => value < limit,
  mustBeLessOrEqualTo: (value, limit) => value <= limit,
};

/** Judges whether a figure is on the right side of its limit. */
export function threshold(spec: MonitorOf<'threshold'>): LineJudge {
  const { metric } = spec;
  const hold = holdOf(spec);
  const limits: Record<string, number | undefined> = {
    mustBe: spec.mustBe,
    mustNotBe: spec.mustNotBe,
    mustBeGreaterThan: spec.mustBeGreaterThan,
    mustBeGreaterOrEqualTo: spec.mustBeGreaterOrEqualTo,
    mustBeLessThan: spec.mustBeLessThan,
    mustBeLessOrEqualTo: spec.mustBeLessOrEqualTo,
  };
  const [operator, limit = 0] =
    Object.entries(limits).find(([, given]) => given !== undefined) ?? [];
  if (operator === undefined) throw new RangeError(`'${spec.id}' has no limit`);
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
          limit: { operator, values: [limit] },
        } as const;
        return GOOD[operator](value, limit)
          ? { state: 'met', evidence }
          : { state: 'missed', reason: 'out-of-limits', evidence };
      }),
  };
}
