import { FactRange, Needs } from './facts';

function widest(ranges: readonly FactRange[]): FactRange {
  const isOpen = ranges.some(({ to }) => to === undefined);
  return {
    from: Math.min(...ranges.map(({ from }) => from)),
    ...(!isOpen && { to: Math.max(...ranges.map(({ to }) => to ?? 0)) }),
    ...(ranges.some(each => each.withLastBefore) && { withLastBefore: true }),
    ...(ranges.some(each => each.isSinceRuns) && { isSinceRuns: true }),
    ...(ranges.some(each => each.isOfReceipt) && { isOfReceipt: true }),
  };
}

type Kind = Exclude<keyof Needs, 'metrics'>;
const KINDS: readonly Kind[] = ['runs', 'issues', 'reviews', 'downs', 'heard'];

/** What is needed for all of them: of each sort the widest range. */
export function mergeNeeds(needs: readonly Needs[]): Needs {
  if (needs.length === 1) return needs[0];
  const merged: { -readonly [K in Kind]?: FactRange } = {};
  for (const kind of KINDS) {
    const ranges = needs.flatMap(each => each[kind] ?? []);
    if (ranges.length > 0) merged[kind] = widest(ranges);
  }
  const metrics = new Set(
    needs.flatMap(each => Object.keys(each.metrics ?? {})),
  );
  if (metrics.size === 0) return merged;
  const ranges = [...metrics].map(metric => [
    metric,
    widest(needs.flatMap(each => each.metrics?.[metric] ?? [])),
  ]);
  return { ...merged, metrics: Object.fromEntries(ranges) };
}
