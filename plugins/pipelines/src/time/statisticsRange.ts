import { DateTime } from 'luxon';

/** Ranges one asks for most, and one's own. */
export type RangeName = 'this-year' | 'last-90' | 'next-90' | 'custom';

/** Whole days, both included. */
export interface DayRange {
  /** `yyyy-MM-dd`. */
  first: string;
  /** `yyyy-MM-dd`. */
  last: string;
}

const DATE = 'yyyy-MM-dd';

/** The days of a named range, as the rotation's zone counts them. */
export function namedRange(
  name: Exclude<RangeName, 'custom'>,
  { timeZone, now }: { timeZone: string; now: number },
): DayRange {
  const today = DateTime.fromMillis(now, { zone: timeZone });
  const [first, last] = {
    'this-year': [today.startOf('year'), today.endOf('year')],
    'last-90': [today.minus({ days: 89 }), today],
    'next-90': [today, today.plus({ days: 89 })],
  }[name];
  return { first: first.toFormat(DATE), last: last.toFormat(DATE) };
}

/** First instant of the range and first after it, ISO 8601 in UTC. */
export function instantsOf({ first, last }: DayRange, timeZone: string) {
  const from = DateTime.fromISO(first, { zone: timeZone });
  const to = DateTime.fromISO(last, { zone: timeZone })
    .plus({ days: 1 })
    .startOf('day');
  return { from: from.toUTC().toISO() ?? '', to: to.toUTC().toISO() ?? '' };
}
