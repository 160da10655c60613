import { DateTime } from 'luxon';
import { z } from 'zod';
import { monthOf, periodAt } from '../evaluation';
import { dayAt, startOfDay } from '../oncall/calendarDay';

const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;

/**
 * The label of a month, `yyyy-MM`. Years far away are refused as in all our
 * queries: nothing was ever judged there.
 */
export const month = z
  .string()
  .regex(
    /^\d{4}-(0[1-9]|1[0-2])$/,
    'must be a month such as 2026-11: a year, a dash and 01 to 12',
  )
  .refine(
    label => {
      const year = Number(label.slice(0, 4));
      return year >= FIRST_YEAR && year <= LAST_YEAR;
    },
    { error: `must be in the years ${FIRST_YEAR} to ${LAST_YEAR}` },
  );

/** The label of the month in which an instant lies in a zone, `yyyy-MM`. */
export function monthAt(now: Date, timeZone: string): string {
  return periodAt('month', now.getTime(), timeZone).label;
}

/**
 * A month and those before it, newest first.
 *
 * @param label - `yyyy-MM`
 * @param count - how many in all
 */
export function monthsUntil(label: string, count: number): string[] {
  const first = DateTime.fromISO(`${label}-01`, { zone: 'utc' });
  return Array.from({ length: count }, (_, months) =>
    first.minus({ months }).toFormat('yyyy-MM'),
  );
}

/**
 * When a month closes: so many days of the zone after its end, however long
 * these days are. Changes from then on are revisions.
 *
 * @param label - `yyyy-MM`
 * @param closeAfterDays - whole days; 0 closes it when it ends
 * @returns epoch milliseconds
 * @throws RangeError if it is no month of this form, or the zone is not known
 */
export function closesAt(
  label: string,
  timeZone: string,
  closeAfterDays: number,
): number {
  const { to } = monthOf(label, timeZone);
  return startOfDay(dayAt(to, timeZone) + closeAfterDays, timeZone);
}
