import {
  BusinessCalendar,
  WEEKDAYS,
} from '@techflow/backstage-plugin-pipelines-common';
import {
  CalendarDay,
  dateOfDay,
  lastDayOfMonth,
} from '../../oncall/calendarDay';

/** Monday to Friday, without holidays: what holds where nobody says otherwise. */
export const PLAIN_CALENDAR: BusinessCalendar = {
  weekend: ['saturday', 'sunday'],
  holidays: [],
};

/** 1970-01-01 was a Thursday, the fourth day of a week that begins on Monday. */
const WEEKDAY_OF_DAY_ZERO = 3;

/** The place of a day in its week: 0 is Monday. */
export function weekdayOf(day: CalendarDay): number {
  return (((day + WEEKDAY_OF_DAY_ZERO) % 7) + 7) % 7;
}

/** Whether a day is neither in the weekend nor a holiday. */
export function isBusinessDay(
  day: CalendarDay,
  calendar: BusinessCalendar,
): boolean {
  const date = dateOfDay(day);
  return (
    !calendar.weekend.includes(WEEKDAYS[weekdayOf(day)]) &&
    !calendar.holidays.some(holiday => holiday.date === date)
  );
}

/** The first day of the month in which a day lies. */
export function firstDayOfMonth(day: CalendarDay): CalendarDay {
  const dayOfMonth = Number(dateOfDay(day).slice(8));
  return day - dayOfMonth + 1;
}

/** The business days of the month in which a day lies, in order. */
export function businessDaysOfMonth(
  day: CalendarDay,
  calendar: BusinessCalendar,
): CalendarDay[] {
  const first = firstDayOfMonth(day);
  const count = lastDayOfMonth(day) - first + 1;
  return Array.from({ length: count }, (_, index) => first + index).filter(
    each => isBusinessDay(each, calendar),
  );
}
