import { DateTime } from 'luxon';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Whether a text names a month: `2026-10`. */
export function isMonth(text: string | null | undefined): text is string {
  return typeof text === 'string' && MONTH.test(text);
}

function dateOf(month: string): DateTime {
  return DateTime.fromISO(`${month}-01`).setLocale('en-US');
}

/** `2026-10` → "October 2026". */
export function monthWords(month: string): string {
  return dateOf(month).toFormat('LLLL yyyy');
}

/** `2026-10` → "Oct". */
export function shortMonth(month: string): string {
  return dateOf(month).toFormat('LLL');
}

/** The month so many months later, or earlier. */
export function addMonths(month: string, months: number): string {
  return dateOf(month).plus({ months }).toFormat('yyyy-MM');
}

/** Today's month in a zone; in the reader's own without one. */
export function monthIn(now: number, timeZone?: string): string {
  const zone = timeZone ?? 'local';
  return DateTime.fromMillis(now, { zone }).toFormat('yyyy-MM');
}

/** A month as people call it: "October", with the year when it is another. */
export function monthName(month: string, now: number): string {
  const isThisYear = month.startsWith(
    DateTime.fromMillis(now).toFormat('yyyy'),
  );
  return dateOf(month).toFormat(isThisYear ? 'LLLL' : 'LLLL yyyy');
}

/**
 * The label of a day, week, month or quarter as people say it: `2026-10` →
 * "October", `2026-W45` → "week 45", `2026-Q4` → "quarter 4 of 2026".
 */
export function periodWords(label: string, now: number): string {
  if (isMonth(label)) return monthName(label, now);
  const week = /^(\d{4})-W(\d{2})$/.exec(label);
  if (week) return `week ${Number(week[2])} of ${week[1]}`;
  const quarter = /^(\d{4})-Q(\d)$/.exec(label);
  if (quarter) return `quarter ${quarter[2]} of ${quarter[1]}`;
  const day = DateTime.fromISO(label).setLocale('en-US');
  return day.isValid ? day.toFormat('d LLL yyyy') : label;
}

/**
 * First instant after a period, in a zone; undefined for a label that is none.
 */
export function periodEnd(label: string, timeZone: string): number | undefined {
  const zone = { zone: timeZone };
  const quarter = /^(\d{4})-Q(\d)$/.exec(label);
  if (quarter) {
    const year = DateTime.fromISO(`${quarter[1]}-01-01`, zone);
    return year.plus({ months: 3 * Number(quarter[2]) }).toMillis();
  }
  const begin = DateTime.fromISO(label, zone);
  if (!begin.isValid) return undefined;
  if (label.includes('W')) return begin.plus({ weeks: 1 }).toMillis();
  const length = isMonth(label) ? { months: 1 } : { days: 1 };
  return begin.plus(length).toMillis();
}
