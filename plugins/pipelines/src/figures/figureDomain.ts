import { FigurePoint } from './figurePoints';
import { FigureFormat } from './figureWords';

type Bound = number | 'auto';

const DAY_IN_SECONDS = 86_400;

/** How far above and below a flat line its axis goes. */
function marginOf(value: number, { kind }: FigureFormat): number {
  if (kind === 'instant') return DAY_IN_SECONDS;
  return Math.abs(value) * 0.1 || 1;
}

/**
 * From where to where the axis of figures goes. It need not begin at zero: what
 * is looked for is change. A share never goes above 100 %.
 */
export function figureDomain(
  points: readonly FigurePoint[],
  format: FigureFormat,
  /** Figures of lines that are drawn besides. */
  limits: readonly number[] = [],
): [Bound, Bound] {
  const values = points.flatMap(({ value, band }) => [
    ...(value === null ? [] : [value]),
    ...(band ?? []),
  ]);
  values.push(...limits);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const isFlat = low === high;
  const margin = marginOf(low, format);
  if (format.kind === 'share') {
    return [isFlat ? Math.max(0, low - 0.1) : 'auto', 1];
  }
  return isFlat ? [low - margin, low + margin] : ['auto', 'auto'];
}
