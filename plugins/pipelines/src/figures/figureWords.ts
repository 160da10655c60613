import { MetricSeries } from '@techflow/backstage-plugin-pipelines-common';
import { DateTime } from 'luxon';

const NUMBER = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 6 });
const WHOLE = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const SHORT = new Intl.NumberFormat('en-US', {
  notation: 'compact',
  maximumSignificantDigits: 4,
});
const MILLION = 1_000_000;

/**
 * A share in percent, to two digits and rounded down: 99.996 % is never shown
 * as 100 %.
 */
export function percentWords(share: number): string {
  return `${percentOf(share, 2)} %`;
}

function percentOf(share: number, digits: number): number {
  const parts = 10 ** digits;
  // What binary fractions lose must not cost a digit: 0.29 × 10,000 is 2899.9999…
  return Math.floor(Number((share * 100 * parts).toFixed(6))) / parts;
}

/** A number as people read it: "1,234.5"; large ones whole. */
export function numberWords(value: number): string {
  return Math.abs(value) >= 100_000
    ? WHOLE.format(value)
    : NUMBER.format(value);
}

/** "1,998 of 2,014". */
export function countWords(good: number, total: number): string {
  return `${numberWords(good)} of ${numberWords(total)}`;
}

/** How the figures of a series are written. */
export interface FigureFormat {
  /**
   * `share`: counts, good out of total. `instant`: seconds since 1970, of metrics
   * that tell the time of the newest data.
   */
  kind: 'number' | 'share' | 'instant';
  unit?: string;
}

/** Reads the format from a series and its newest figure. */
export function figureFormat({
  isInstant,
  latest,
  unit,
}: MetricSeries): FigureFormat {
  if (latest?.total !== undefined) return { kind: 'share' };
  return isInstant ? { kind: 'instant' } : { kind: 'number', unit };
}

function dateTime(seconds: number): DateTime {
  return DateTime.fromSeconds(seconds).setLocale('en-US');
}

/** A figure with its unit: "98.4 %", "1,234 messages", "23 Nov 2026 14:02". */
export function figureWords(
  value: number | null | undefined,
  { kind, unit }: FigureFormat,
): string {
  if (value === null || value === undefined) return 'none';
  switch (kind) {
    case 'share':
      return percentWords(value);
    case 'instant':
      return dateTime(value).toFormat('d LLL yyyy HH:mm');
    default:
      return unit ? `${numberWords(value)} ${unit}` : numberWords(value);
  }
}

/** A figure on an axis, where there is little room: "98.4 %", "1.204M", "23 Nov". */
export function axisWords(value: number, { kind }: FigureFormat): string {
  switch (kind) {
    case 'share':
      // Three digits, for near 100 % the lines are close; no space to break at.
      return `${percentOf(value, 3)}\u00a0%`;
    case 'instant':
      return dateTime(value).toFormat('d LLL');
    default:
      return Math.abs(value) < MILLION
        ? NUMBER.format(value)
        : SHORT.format(value);
  }
}

/** What a series is of, besides its metric: "region eu, product pro". */
export function dimensionWords(dimensions: Record<string, string>): string {
  return Object.entries(dimensions)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}
