import {
  CalendarDay,
  dateOfDay,
  dayAt,
  dayOfDate,
  startOfDay,
} from '../../oncall/calendarDay';
import { DAY_MS } from '../../oncall/zoneClock';
import { firstDayOfMonth, weekdayOf } from './businessDays';

/** How long a period is. Weeks are those of ISO 8601, from Monday on. */
export type PeriodUnit = 'day' | 'week' | 'month' | 'quarter';

/** A day, week, month or quarter of a calendar, in a zone. */
export interface Period {
  readonly unit: PeriodUnit;
  /** `2026-11-05`, `2026-W45`, `2026-11` or `2026-Q4`: the same in every zone. */
  readonly label: string;
  /** First instant, epoch milliseconds. */
  readonly from: number;
  /** First instant of the next one. */
  readonly to: number;
}

/** The first day of a month so many months later. */
function addMonths(first: CalendarDay, months: number): CalendarDay {
  const [year, month] = dateOfDay(first).split('-').map(Number);
  return Date.UTC(year, month - 1 + months, 1) / DAY_MS;
}

function firstDay(unit: PeriodUnit, day: CalendarDay): CalendarDay {
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      return day - weekdayOf(day);
    case 'month':
      return firstDayOfMonth(day);
    default: {
      const first = firstDayOfMonth(day);
      const month = Number(dateOfDay(first).slice(5, 7));
      return addMonths(first, -((month - 1) % 3));
    }
  }
}

function firstDayAfter(unit: PeriodUnit, first: CalendarDay): CalendarDay {
  switch (unit) {
    case 'day':
      return first + 1;
    case 'week':
      return first + 7;
    case 'month':
      return addMonths(first, 1);
    default:
      return addMonths(first, 3);
  }
}

function labelOf(unit: PeriodUnit, first: CalendarDay): string {
  const date = dateOfDay(first);
  const year = date.slice(0, 4);
  switch (unit) {
    case 'day':
      return date;
    case 'week': {
      // A week is of the year in which its Thursday lies.
      const thursday = first + 3;
      const weekYear = dateOfDay(thursday).slice(0, 4);
      const days = thursday - dayOfDate(`${weekYear}-01-01`);
      const week = Math.floor(days / 7) + 1;
      return `${weekYear}-W${String(week).padStart(2, '0')}`;
    }
    case 'month':
      return date.slice(0, 7);
    default:
      return `${year}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
  }
}

function periodOf(
  unit: PeriodUnit,
  day: CalendarDay,
  timeZone: string,
): Period {
  const first = firstDay(unit, day);
  return {
    unit,
    label: labelOf(unit, first),
    from: startOfDay(first, timeZone),
    to: startOfDay(firstDayAfter(unit, first), timeZone),
  };
}

/** The period in which an instant lies. */
export function periodAt(
  unit: PeriodUnit,
  instant: number,
  timeZone: string,
): Period {
  return periodOf(unit, dayAt(instant, timeZone), timeZone);
}

/** The one before a period. */
export function periodBefore(period: Period, timeZone: string): Period {
  return periodAt(period.unit, period.from - 1, timeZone);
}

/** The periods that have an instant in `[from, to)`, in order, without a gap. */
export function periodsBetween(
  unit: PeriodUnit,
  from: number,
  to: number,
  timeZone: string,
): Period[] {
  const periods: Period[] = [];
  for (let at = from; at < to; ) {
    const period = periodAt(unit, at, timeZone);
    periods.push(period);
    at = period.to;
  }
  return periods;
}

/**
 * A month of a zone: from the first instant of its first day to that of the next
 * month's. So that March 2025 in New York is an hour shorter, November longer.
 *
 * @param label - `yyyy-MM`
 * @throws RangeError if it is no month of this form
 */
export function monthOf(label: string, timeZone: string): Period {
  return periodOf('month', dayOfDate(`${label}-01`), timeZone);
}
