import { Decimal } from '../exactDecimal';
import { Facts, measuredAt, MeasurementFact, seriesOf } from '../facts';
import { Line } from '../intervals';
import { MonitorOf } from '../rule';
import { LineJudge } from '../RuleJudge';
import { Verdict } from '../verdict';
import {
  NEVER_MEASURED,
  sinceMeasured,
  valueOf,
  withoutValue,
} from './figureLine';
import { heldRange, holdOf, SETTLE_MS } from './holdOf';

const HUNDRED = Decimal.of(100);

function compare(
  { tolerance }: MonitorOf<'reconciliation'>,
  one: MeasurementFact | undefined,
  other: MeasurementFact | undefined,
): Verdict {
  if (!one || !other) return NEVER_MEASURED;
  const missing = withoutValue(one) ?? withoutValue(other);
  if (missing) return missing;
  const value = valueOf(one) ?? NaN;
  const against = valueOf(other) ?? NaN;
  const evidence = {
    type: 'pair',
    id: one.id,
    value,
    againstId: other.id,
    against,
    tolerance,
  } as const;
  const difference = Decimal.of(value).minus(Decimal.of(against)).abs();
  const allowed = Decimal.of(against).abs().times(Decimal.of(tolerance));
  return difference.times(HUNDRED).compare(allowed) <= 0
    ? { state: 'met', evidence }
    : { state: 'missed', reason: 'differs', evidence };
}

function pairLine(
  spec: MonitorOf<'reconciliation'>,
  ones: readonly MeasurementFact[],
  others: readonly MeasurementFact[],
): Line {
  const instants = new Set([...ones, ...others].map(measuredAt));
  let one = 0;
  let other = 0;
  return [...instants]
    .sort((a, b) => a - b)
    .map(from => {
      while (one < ones.length && measuredAt(ones[one]) <= from) one += 1;
      while (other < others.length && measuredAt(others[other]) <= from) {
        other += 1;
      }
      const verdict = compare(spec, ones[one - 1], others[other - 1]);
      return { from, verdict };
    });
}

function linesOf(spec: MonitorOf<'reconciliation'>, facts: Facts): Line[] {
  const ones = seriesOf(facts, spec.metric);
  const others = seriesOf(facts, spec.against);
  const names = [...new Set([...ones.keys(), ...others.keys()])].sort();
  return names.map(series =>
    pairLine(spec, ones.get(series) ?? [], others.get(series) ?? []),
  );
}

/**
 * Judges whether the newest figures of two metrics agree, series by series. They
 * are rarely measured in the same moment, so a difference warns only after some
 * minutes, or after `for` if that is longer.
 */
export function reconciliation(spec: MonitorOf<'reconciliation'>): LineJudge {
  const { metric, against } = spec;
  const hold = holdOf(spec, SETTLE_MS);
  return {
    shape: 'line',
    target: 100,
    hold,
    reads: { metrics: [metric, against] },
    needs: window => {
      const range = heldRange(window, hold);
      return { metrics: { [metric]: range, [against]: range } };
    },
    line: ({ facts }) => sinceMeasured(linesOf(spec, facts)),
  };
}
