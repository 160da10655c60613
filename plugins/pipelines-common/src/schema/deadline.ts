/**
 * Days of the week as our entities write them.
 *
 * @public
 */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** A day of the week, lower case. @public */
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * The calendar day a deadline falls on. `number` counts from 1.
 *
 * @public
 */
export type DeadlineDay =
  | { type: 'every-day' }
  | { type: 'every-business-day' }
  | { type: 'weekday'; weekday: Weekday }
  | { type: 'day-of-month'; number: number }
  | { type: 'last-day-of-month' }
  | { type: 'business-day-of-month'; number: number }
  | { type: 'last-business-day-of-month' };

/**
 * A deadline written in words: a recurring day and a wall-clock time on it.
 * `time` is `HH:mm`; `24:00` is the end of the day.
 *
 * @public
 */
export interface Deadline {
  /** The recurring calendar day. */
  day: DeadlineDay;
  /** Wall-clock time on that day. */
  time: string;
}

const END_OF_DAY = '24:00';

/** What {@link parseDeadline} accepts, for error messages and the reference. */
export const DEADLINE_EXAMPLES = [
  'every day 09:00',
  'every business day 09:00',
  'friday end of day',
  'end of week',
  '1st day of month 06:00',
  'last day of month 18:00',
  'end of month',
  '5th business day 09:00',
  'last business day 17:00',
];

function parseDay(words: string): DeadlineDay | undefined {
  if (words === 'every day') return { type: 'every-day' };
  if (words === 'every business day') return { type: 'every-business-day' };
  if (words === 'last day of month') return { type: 'last-day-of-month' };
  if (words === 'last business day') {
    return { type: 'last-business-day-of-month' };
  }
  const weekday = WEEKDAYS.find(day => day === words);
  if (weekday) return { type: 'weekday', weekday };

  const nth = /^(\d{1,2})(?:st|nd|rd|th) (day of month|business day)$/.exec(
    words,
  );
  if (!nth) return undefined;
  const number = Number(nth[1]);
  if (nth[2] === 'day of month') {
    return number >= 1 && number <= 31
      ? { type: 'day-of-month', number }
      : undefined;
  }
  return number >= 1 && number <= 23
    ? { type: 'business-day-of-month', number }
    : undefined;
}

/**
 * Reads a deadline in words. Without a time it is the end of that day.
 * `end of week` is the end of Sunday, the last day of an ISO week; a team whose
 * week ends on Friday writes `friday end of day`. A month without the named day
 * (31st) takes its last day.
 *
 * @public
 * @returns undefined when the words say no deadline
 */
export function parseDeadline(text: string): Deadline | undefined {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (words === 'end of week') {
    return { day: { type: 'weekday', weekday: 'sunday' }, time: END_OF_DAY };
  }
  if (words === 'end of month') {
    return { day: { type: 'last-day-of-month' }, time: END_OF_DAY };
  }
  const timed =
    /^(.*?)(?: (end of day|(?:[01]\d|2[0-3]):[0-5]\d|24:00))?$/.exec(words);
  const day = timed ? parseDay(timed[1]) : undefined;
  if (!timed || !day) return undefined;
  const time = timed[2];
  return { day, time: !time || time === 'end of day' ? END_OF_DAY : time };
}
