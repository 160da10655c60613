import { CronExpressionParser, CronFieldCollection } from 'cron-parser';
import {
  CalendarDay,
  dateOfDay,
  lastDayOfMonth,
} from '../../oncall/calendarDay';
import { weekdayOf } from './businessDays';
import { Recurrence } from './Recurrence';
import { firingAt, instantsShowing } from './wallTimes';

const LAST_OF_WEEKDAY = /^(\d)L$/;

/** Whether the weekday field allows a day. Of cron's weekdays 0 and 7 are Sunday. */
function hasWeekday(fields: CronFieldCollection, day: CalendarDay): boolean {
  const { values, nthDay } = fields.dayOfWeek;
  const weekday = (weekdayOf(day) + 1) % 7;
  const dayOfMonth = Number(dateOfDay(day).slice(8));
  return values.some(value => {
    const last = LAST_OF_WEEKDAY.exec(String(value));
    if (last) {
      const isLast = lastDayOfMonth(day) - day < 7;
      return isLast && Number(last[1]) % 7 === weekday;
    }
    const isNth = nthDay <= 0 || Math.ceil(dayOfMonth / 7) === nthDay;
    return isNth && Number(value) % 7 === weekday;
  });
}

function hasDayOfMonth(fields: CronFieldCollection, day: CalendarDay): boolean {
  const dayOfMonth = Number(dateOfDay(day).slice(8));
  return fields.dayOfMonth.values.some(value =>
    value === 'L' ? day === lastDayOfMonth(day) : value === dayOfMonth,
  );
}

/** Where both day fields say something, one of them is enough: cron's old rule. */
function hasDay(fields: CronFieldCollection, day: CalendarDay): boolean {
  const month = Number(dateOfDay(day).slice(5, 7));
  if (!fields.month.values.some(value => value === month)) return false;
  const { dayOfMonth, dayOfWeek } = fields;
  return dayOfMonth.isWildcard || dayOfWeek.isWildcard
    ? hasDayOfMonth(fields, day) && hasWeekday(fields, day)
    : hasDayOfMonth(fields, day) || hasWeekday(fields, day);
}

/**
 * The times that a cron expression of five fields names in a zone.
 *
 * @remarks
 *
 * Which days match is read from cron-parser's fields; the times of a day are
 * ours, since its own steps forward and backward disagree where clocks change,
 * and backward it finds no end where a zone skips midnight. The rule:
 *
 * - Named hours (`30 2 * * *`): once a day. Where clocks skip the time, as long
 *   after the change (03:30); where it comes twice, the first.
 * - Every hour, or every so many (`*` or `*` with a step): as often as clocks
 *   show it, as schedulers do: 23 or 25 times on the days that long.
 *
 * A day that a month lacks (`31`) is left out, as schedulers do; deadlines in
 * words have the last day instead.
 *
 * @throws Error if it is no cron expression
 */
export function cronTimes(cron: string, timeZone: string): Recurrence {
  // H stands for a fixed random number; without a seed each parse has another.
  const { fields } = CronExpressionParser.parse(cron, {
    tz: 'UTC',
    hashSeed: cron,
  });
  const minutesOfDay = fields.hour.values.flatMap(hour =>
    fields.minute.values.map(minute => hour * 60 + minute),
  );
  const isHourly = cron.trim().split(/\s+/)[1]?.startsWith('*') ?? false;
  return new Recurrence({
    timesOf: day => {
      if (!hasDay(fields, day)) return [];
      return isHourly
        ? minutesOfDay.flatMap(minute => instantsShowing(day, minute, timeZone))
        : minutesOfDay.map(minute => firingAt(day, minute, timeZone));
    },
  });
}
