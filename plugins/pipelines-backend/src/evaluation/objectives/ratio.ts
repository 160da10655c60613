import { reachesShare } from '../exactDecimal';
import { measuredAt, seriesOf } from '../facts';
import { figureLine } from '../monitors/figureLine';
import { ObjectiveOf } from '../rule';
import { EventCount, LineJudge } from '../RuleJudge';
import { Verdict } from '../verdict';

/** Counts out of a figure: a plain number says no total, and counts nothing. */
const NO_TOTAL: Verdict = {
  state: 'no-data',
  reason: 'total-zero',
  evidence: { type: 'none' },
};

/**
 * Judges each measurement by itself, and a month by all that was counted in it:
 * 99.9 % of all events, not the mean of daily shares. Exactly the target keeps
 * it; a total of 0 says nothing.
 */
export function ratio(spec: ObjectiveOf<'ratio'>): LineJudge {
  const { metric, target } = spec;
  return {
    shape: 'line',
    target,
    reads: { metrics: [metric] },
    needs: ({ from, to }) => ({
      metrics: {
        [metric]: {
          from,
          ...(Number.isFinite(to) && { to }),
          withLastBefore: true,
        },
      },
    }),
    line: ({ facts }) =>
      figureLine(facts, metric, ({ id, figure }): Verdict => {
        if (typeof figure === 'number' || 'error' in figure) return NO_TOTAL;
        const { good, total } = figure;
        const evidence = { type: 'share', id, good, total, target } as const;
        return reachesShare(figure, target)
          ? { state: 'met', evidence }
          : { state: 'missed', reason: 'below-target', evidence };
      }),
    events: ({ window, facts }) =>
      [...seriesOf(facts, metric).values()].flatMap(series =>
        series.flatMap((measurement): EventCount[] => {
          const { figure } = measurement;
          const at = measuredAt(measurement);
          const isWithin = at >= window.from && at < window.to;
          if (!isWithin || typeof figure === 'number' || 'error' in figure) {
            return [];
          }
          return [{ at, good: figure.good, total: figure.total }];
        }),
      ),
  };
}
