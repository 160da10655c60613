import { DateTime } from 'luxon';

/** Where and when a time is read. */
export interface ReadingOptions {
  /** Milliseconds since the epoch at which it is read. */
  now: number;
  /** IANA zone to write it in; the reader's own without it. */
  timeZone?: string;
}

function inZone(at: DateTime, timeZone: string | undefined): DateTime {
  return (timeZone ? at.setZone(timeZone) : at.toLocal()).setLocale('en-US');
}

/** Nearer than this a day and month can mean no other year. */
const HALF_A_YEAR_IN_DAYS = 182;

/** Whether the year must be said: it is not this one, and far from now. */
function needsYear(at: DateTime, today: DateTime): boolean {
  const days = Math.abs(at.diff(today, 'days').as('days'));
  return at.year !== today.year && days > HALF_A_YEAR_IN_DAYS;
}

/**
 * An instant as people say it: "Mon 30 Nov 09:00", with the year when it could
 * be mistaken.
 */
export function instantWords(
  iso: string,
  { now, timeZone }: ReadingOptions,
): string {
  const at = inZone(DateTime.fromISO(iso, { zone: 'utc' }), timeZone);
  const today = inZone(DateTime.fromMillis(now), timeZone);
  return at.toFormat(
    needsYear(at, today) ? 'ccc d LLL yyyy HH:mm' : 'ccc d LLL HH:mm',
  );
}

/** The same without the day of the week, where there is little room: "30 Nov 09:00". */
export function shortInstant(iso: string, reading: ReadingOptions): string {
  return instantWords(iso, reading).replace(/^\w+ /, '');
}

/** A calendar date (`2026-11-26`) as people say it: "Thu 26 Nov". */
export function dateWords(date: string, { now }: { now: number }): string {
  const day = DateTime.fromISO(date).setLocale('en-US');
  const today = DateTime.fromMillis(now);
  return day.toFormat(needsYear(day, today) ? 'ccc d LLL yyyy' : 'ccc d LLL');
}

/** Today's calendar date (`2026-11-22`) in a zone. */
export function dateIn(timeZone: string, now: number): string {
  return DateTime.fromMillis(now, { zone: timeZone }).toFormat('yyyy-MM-dd');
}
