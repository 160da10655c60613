/** How far back the charts look. */
export type FigureRangeName = '30d' | '90d' | '1y';

/** In the order in which they are offered. */
export const FIGURE_RANGES: readonly {
  name: FigureRangeName;
  label: string;
  days: number;
}[] = [
  { name: '30d', label: '30 days', days: 30 },
  { name: '90d', label: '90 days', days: 90 },
  { name: '1y', label: '1 year', days: 365 },
];

const DAY = 86_400_000;

/** Milliseconds since the epoch, `to` is now. */
export interface FigureRange {
  from: number;
  to: number;
}

/** The range that ends now and begins so many whole days ago. */
export function figureRange(name: FigureRangeName, now: number): FigureRange {
  const days = FIGURE_RANGES.find(range => range.name === name)?.days ?? 30;
  return { from: now - days * DAY, to: now };
}
