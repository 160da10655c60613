import { firstInstantOf } from './boundary';
import { DAY_MS, ZoneClock } from './zoneClock';

/**
 * A calendar day in no zone yet, as the count of days since 1970-01-01. So that
 * neighbours differ by one, and a weekday is arithmetic.
 */
export type CalendarDay = number;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const SUNDAY = 0;
const SATURDAY = 6;
/** 1970-01-01 was a Thursday. */
const WEEKDAY_OF_DAY_ZERO = 4;

/**
 * The day a date names.
 *
 * @param date - `yyyy-MM-dd`
 * @throws RangeError if it is no date of this form
 */
export function dayOfDate(date: string): CalendarDay {
  const [, year, month, dayOfMonth] = (DATE.exec(date) ?? []).map(Number);
  const instant = Date.UTC(year, month - 1, dayOfMonth);
  const read = new Date(instant);
  // Rejects 30 February, which Date reads as 2 March.
  if (read.getUTCMonth() + 1 !== month || read.getUTCFullYear() !== year) {
    throw new RangeError(`'${date}' is no date; yyyy-MM-dd is needed`);
  }
  return instant / DAY_MS;
}

/** The date of a day, as `yyyy-MM-dd`. */
export function dateOfDay(day: CalendarDay): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** When a day begins in a zone, by the boundary rule; epoch milliseconds. */
export function startOfDay(day: CalendarDay, timeZone: string): number {
  const date = new Date(day * DAY_MS);
  return firstInstantOf(
    {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hour: 0,
      minute: 0,
    },
    timeZone,
  );
}

/**
 * When the day that a date names begins in a zone.
 *
 * @param date - `yyyy-MM-dd`
 * @throws RangeError if it is no date of this form, or the zone is not known
 */
export function startOfDate(date: string, timeZone: string): Date {
  return new Date(startOfDay(dayOfDate(date), timeZone));
}

/**
 * The day during which an instant lies in a zone: of all days that have begun,
 * the last. Where clocks go back over midnight, the hour that shows yesterday
 * again still belongs to the day that has begun.
 */
export function dayAt(instant: number, timeZone: string): CalendarDay {
  const wall = instant + ZoneClock.of(timeZone).offsetOf(instant);
  const day = Math.floor(wall / DAY_MS);
  return startOfDay(day + 1, timeZone) <= instant ? day + 1 : day;
}

/** Whether a day is a Saturday or a Sunday. */
export function isWeekend(day: CalendarDay): boolean {
  const weekday = (((day + WEEKDAY_OF_DAY_ZERO) % 7) + 7) % 7;
  return weekday === SATURDAY || weekday === SUNDAY;
}

/** The last day of the month in which a day lies. */
export function lastDayOfMonth(day: CalendarDay): CalendarDay {
  const date = new Date(day * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0) / DAY_MS;
}
