import { Facts, measuredAt, MeasurementFact, seriesOf } from '../facts';
import { Line, worstOf } from '../intervals';
import { NO_EVIDENCE, Verdict } from '../verdict';

/** Before anything was measured. */
export const NEVER_MEASURED: Verdict = {
  state: 'no-data',
  reason: 'never-measured',
  evidence: NO_EVIDENCE,
};

/** Not measured in the time that is looked at. */
export const NOT_MEASURED: Verdict = {
  state: 'no-data',
  reason: 'not-measured',
  evidence: NO_EVIDENCE,
};

/** A measurement of which there is no value, and why. */
export function withoutValue({
  id,
  figure,
}: MeasurementFact): Verdict | undefined {
  if (typeof figure === 'number') return undefined;
  if ('error' in figure) {
    const evidence = { type: 'error', id, error: figure.error } as const;
    return { state: 'no-data', reason: 'error', evidence };
  }
  return figure.total > 0
    ? undefined
    : { state: 'no-data', reason: 'total-zero', evidence: NO_EVIDENCE };
}

/** The value of a figure; of counts their share, from 0 to 1. */
export function valueOf({ figure }: MeasurementFact): number | undefined {
  if (typeof figure === 'number') return figure;
  if ('error' in figure || !(figure.total > 0)) return undefined;
  return figure.good / figure.total;
}

/** Known from some instant on; before it, that nothing was measured. */
export function sinceMeasured(lines: readonly Line[]): Line {
  return [{ from: -Infinity, verdict: NEVER_MEASURED }, ...worstOf(lines)];
}

/**
 * How a metric stands over time: each measurement holds until the next one of
 * its series, and of several series the worst counts. How long a figure may stay
 * away is for a rule about silence to say, not for the limit.
 */
export function figureLine(
  facts: Facts,
  metric: string,
  judge: (measurement: MeasurementFact) => Verdict,
): Line {
  const lines = [...seriesOf(facts, metric).values()].map<Line>(series =>
    series.map(measurement => ({
      from: measuredAt(measurement),
      verdict: withoutValue(measurement) ?? judge(measurement),
    })),
  );
  return sinceMeasured(lines);
}
