import { CalendarDay, dateOfDay, dayAt } from './calendarDay';
import { ZoneClock } from './zoneClock';

const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
];

const partsOf = (day: CalendarDay) => {
  const [, month, date] = dateOfDay(day).split('-').map(Number);
  return { date, month: MONTHS[month - 1] };
};

/** A day as people write it: "3 Dec". */
export function dayInWords(day: CalendarDay): string {
  const { date, month } = partsOf(day);
  return `${date} ${month}`;
}

/** Days from first to last, both in it: "22–29 Dec", "29 Dec – 3 Jan", "3 Dec". */
export function daysInWords(first: CalendarDay, last: CalendarDay): string {
  if (first === last) {
    return dayInWords(first);
  }
  return partsOf(first).month === partsOf(last).month && last - first < 31
    ? `${partsOf(first).date}–${dayInWords(last)}`
    : `${dayInWords(first)} – ${dayInWords(last)}`;
}

/** An instant as a clock in the zone shows it: "3 Mar 03:00". */
export function momentInWords(instant: number, timeZone: string): string {
  const wall = new Date(instant + ZoneClock.of(timeZone).offsetOf(instant));
  return `${dayInWords(dayAt(instant, timeZone))} ${wall
    .toISOString()
    .slice(11, 16)}`;
}

/** "A", "A and B", "A, B and C". */
export function listInWords(items: readonly string[]): string {
  return items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}
