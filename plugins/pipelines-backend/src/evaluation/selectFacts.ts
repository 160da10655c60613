import { FactRange, Facts, measuredAt, MeasurementFact, Needs } from './facts';

function within<T>(
  facts: readonly T[],
  { from, to = Infinity, withLastBefore }: FactRange,
  instantOf: (fact: T) => number,
  isLast: (fact: T) => boolean = () => true,
): T[] {
  let begin = -Infinity;
  if (withLastBefore) {
    for (const fact of facts) {
      const instant = instantOf(fact);
      if (instant < from && instant > begin && isLast(fact)) begin = instant;
    }
  }
  if (begin === -Infinity) begin = from;
  return facts.filter(fact => {
    const instant = instantOf(fact);
    return instant >= begin && instant < to;
  });
}

function measurementsOf(
  facts: Facts,
  metric: string,
  range: FactRange,
): MeasurementFact[] {
  const series = new Map<string, MeasurementFact[]>();
  for (const each of facts.measurements) {
    if (each.metric !== metric) continue;
    const others = series.get(each.series);
    if (others) others.push(each);
    else series.set(each.series, [each]);
  }
  const instantOf = (fact: MeasurementFact) =>
    range.isOfReceipt ? fact.receivedAt : measuredAt(fact);
  return [...series.values()].flatMap(of => within(of, range, instantOf));
}

/**
 * Of all facts those that are needed about figures, runs, alerts and receipts:
 * what a store is to fetch, said in a few lines. Issues, reviews and exclusions
 * are left as they are.
 */
export function selectFacts(facts: Facts, needs: Needs): Facts {
  const { runs: asked, metrics = {}, downs, heard } = needs;
  const runs = asked
    ? within(
        facts.runs,
        asked,
        run => run.begunAt,
        run => run.state === 'complete' && !run.isBackfill,
      )
    : [];
  const firstRun = runs.reduce(
    (first, { begunAt }) => Math.min(first, begunAt),
    Infinity,
  );
  return {
    ...facts,
    runs,
    measurements: Object.entries(metrics).flatMap(([metric, range]) => {
      const from = range.isSinceRuns
        ? Math.min(range.from, firstRun)
        : range.from;
      return measurementsOf(facts, metric, { ...range, from });
    }),
    downs: downs
      ? facts.downs.filter(
          ({ from, to = Infinity }) =>
            to >= downs.from && from < (downs.to ?? Infinity),
        )
      : [],
    heard: heard ? within(facts.heard, heard, instant => instant) : [],
  };
}
