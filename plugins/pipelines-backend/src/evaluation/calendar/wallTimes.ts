import { firstInstantOf, WallTime } from '../../oncall/boundary';
import { CalendarDay } from '../../oncall/calendarDay';
import { DAY_MS, ZoneClock } from '../../oncall/zoneClock';

/** The wall time of a minute of a day; 1440 is midnight of the next one. */
function wallTime(day: CalendarDay, minuteOfDay: number): WallTime {
  const shown = new Date(day * DAY_MS + minuteOfDay * 60_000);
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
  };
}

/**
 * When the clocks of a zone reach a minute of a day: of a time that comes twice
 * the first, of one that is skipped the instant at which it is. So that each day
 * has one, and a later time is never an earlier instant: the same rule as for
 * handoffs of a rotation. For deadlines.
 *
 * @returns epoch milliseconds
 */
export function instantOf(
  day: CalendarDay,
  minuteOfDay: number,
  timeZone: string,
): number {
  return firstInstantOf(wallTime(day, minuteOfDay), timeZone);
}

/** A minute of a day, shown by clocks at UTC, and the offsets that may be in force. */
function offsetsAround(day: CalendarDay, minuteOfDay: number, zone: string) {
  const clock = ZoneClock.of(zone);
  const shown = day * DAY_MS + minuteOfDay * 60_000;
  // The clocks of a zone change at most once within two days.
  const before = clock.offsetOf(shown - DAY_MS);
  const after = clock.offsetOf(shown + DAY_MS);
  return { clock, shown, before, after };
}

/**
 * Every instant at which the clocks of a zone show a minute of a day: two of a
 * time that comes twice, none of one that is skipped.
 *
 * @returns epoch milliseconds, in order
 */
export function instantsShowing(
  day: CalendarDay,
  minuteOfDay: number,
  timeZone: string,
): number[] {
  const { clock, shown, before, after } = offsetsAround(
    day,
    minuteOfDay,
    timeZone,
  );
  return [...new Set([before, after])]
    .filter(offset => clock.offsetOf(shown - offset) === offset)
    .map(offset => shown - offset)
    .sort((a, b) => a - b);
}

/**
 * When a scheduler fires that is set to a minute of a day: once. Of a time that
 * comes twice the first; one that is skipped as long after the change as it lies
 * after the beginning of what is skipped, so that 02:30 is 03:30. That is what
 * cron-parser and the common schedulers do.
 *
 * @returns epoch milliseconds
 */
export function firingAt(
  day: CalendarDay,
  minuteOfDay: number,
  timeZone: string,
): number {
  const [first] = instantsShowing(day, minuteOfDay, timeZone);
  if (first !== undefined) return first;
  const { shown, before } = offsetsAround(day, minuteOfDay, timeZone);
  return shown - before;
}
