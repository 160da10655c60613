import {
  BusinessCalendar,
  DeadlineDay,
  parseDeadline,
  WEEKDAYS,
} from '@techflow/backstage-plugin-pipelines-common';
import { CalendarDay, lastDayOfMonth } from '../../oncall/calendarDay';
import {
  businessDaysOfMonth,
  firstDayOfMonth,
  isBusinessDay,
  weekdayOf,
} from './businessDays';
import { Recurrence } from './Recurrence';
import { instantOf } from './wallTimes';

/** The last element, or the one at an index if the list reaches so far. */
function atMost<T>(list: readonly T[], index: number): T | undefined {
  return list[Math.min(index, list.length - 1)];
}

function isDay(
  named: DeadlineDay,
  day: CalendarDay,
  calendar: BusinessCalendar,
): boolean {
  switch (named.type) {
    case 'every-day':
      return true;
    case 'every-business-day':
      return isBusinessDay(day, calendar);
    case 'weekday':
      return WEEKDAYS[weekdayOf(day)] === named.weekday;
    case 'day-of-month': {
      const wanted = firstDayOfMonth(day) + named.number - 1;
      return day === Math.min(wanted, lastDayOfMonth(day));
    }
    case 'last-day-of-month':
      return day === lastDayOfMonth(day);
    case 'business-day-of-month': {
      const days = businessDaysOfMonth(day, calendar);
      return day === atMost(days, named.number - 1);
    }
    default: {
      const days = businessDaysOfMonth(day, calendar);
      return day === days[days.length - 1];
    }
  }
}

/**
 * The instants of a deadline in words. What a month lacks is never left out: its
 * 31st is its last day, its 23rd business day its last business day. `24:00` is
 * the first instant of the next day. Where clocks skip the time, it is the
 * instant at which they do; where it comes twice, the first.
 *
 * @throws RangeError if the words say no deadline
 */
export function deadlineTimes(options: {
  words: string;
  timeZone: string;
  calendar: BusinessCalendar;
}): Recurrence {
  const { words, timeZone, calendar } = options;
  const deadline = parseDeadline(words);
  if (!deadline) throw new RangeError(`'${words}' says no deadline`);
  const [hour, minute] = deadline.time.split(':').map(Number);
  return new Recurrence({
    timesOf: day =>
      isDay(deadline.day, day, calendar)
        ? [instantOf(day, hour * 60 + minute, timeZone)]
        : [],
  });
}
