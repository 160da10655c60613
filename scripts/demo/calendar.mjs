// The days that the demo data tells of, in New York, where the company works.

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'America/New_York',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  hourCycle: 'h23',
});

function wallClock(instant) {
  const parts = Object.fromEntries(
    clock.formatToParts(instant).map(({ type, value }) => [type, +value]),
  );
  const { year, month, day, hour } = parts;
  return { day: Date.UTC(year, month - 1, day), hour };
}

/**
 * The instant of an hour in New York.
 *
 * @param day - A day as its midnight in UTC, as all days here.
 */
export function at(day, hour, minute = 0) {
  for (const offset of [4, 5]) {
    const instant = day + (hour + offset) * HOUR;
    const there = wallClock(instant);
    if (there.day === day && there.hour === hour) {
      return instant + minute * MINUTE;
    }
  }
  // The hour that the clocks leave out in March is the one after it.
  return at(day, hour + 1, minute);
}

/** The first day of a month, so many months later. */
export function monthOf(day, months = 0) {
  const date = new Date(day);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
}

export const weekdayOf = day => new Date(day).getUTCDay();
export const dateOf = day => new Date(day).getUTCDate();
export const iso = instant => new Date(instant).toISOString();

export function* daysBetween(first, last) {
  for (let day = first; day <= last; day += DAY) yield day;
}

/**
 * What is told: this month and the two before it. Everything hangs on days, and
 * what goes wrong on the Monday of the week, so that sending again within a week
 * adds what has happened since, and changes nothing.
 */
export function toldOf(now) {
  const today = wallClock(now).day;
  const monday = today - ((weekdayOf(today) + 6) % 7) * DAY;
  return { now, today, monday, first: monthOf(today, -2) };
}

/** The past that promises are to be judged, so that it begins with what is told. */
export function lookBackOf(now) {
  const { first } = toldOf(now);
  return { minutes: Math.floor((now - at(first, 0)) / MINUTE) };
}
