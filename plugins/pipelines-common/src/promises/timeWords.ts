import cronstrue from 'cronstrue';
import { DeadlineDay, parseDeadline } from '../schema/deadline';
import { capitalised } from './words';

/**
 * The place that a time zone is called after: `America/New_York` → "New York".
 *
 * @public
 */
export function zonePlace(timeZone: string): string {
  const place = timeZone.slice(timeZone.lastIndexOf('/') + 1);
  return place.replace(/_/g, ' ');
}

/**
 * A cron expression in words that can stand in a sentence: `0 6 1 * *` →
 * "at 06:00 on day 1 of the month".
 *
 * @public
 */
export function cronWords(cron: string): string {
  const words = cronstrue
    .toString(cron, { use24HourTimeFormat: true })
    .replace(/^[A-Z]/, letter => letter.toLocaleLowerCase('en-US'))
    .replace(/, only on /g, ' every ')
    .replace(/, only in /g, ' in ')
    .replace(/, (?=(on|and on|between|every) |\w+day through )/g, ' ');
  const [, , dayOfMonth, month, dayOfWeek] = cron.trim().split(/\s+/);
  const isDaily = [dayOfMonth, month, dayOfWeek].every(field => field === '*');
  return isDaily && words.startsWith('at ') ? `${words} every day` : words;
}

function ordinal(number: number): string {
  const tens = number % 100;
  if (tens >= 11 && tens <= 13) return `${number}th`;
  return `${number}${['th', 'st', 'nd', 'rd'][number % 10] ?? 'th'}`;
}

/** The day in words: after a time ("09:00 …") and after "the end of …". */
function dayWords(day: DeadlineDay): { afterTime: string; afterEnd: string } {
  switch (day.type) {
    case 'every-day':
      return { afterTime: 'every day', afterEnd: 'every day' };
    case 'every-business-day':
      return {
        afterTime: 'on every business day',
        afterEnd: 'every business day',
      };
    case 'weekday': {
      const every = `every ${capitalised(day.weekday)}`;
      return {
        afterTime: every,
        afterEnd: day.weekday === 'sunday' ? 'the week' : every,
      };
    }
    case 'day-of-month': {
      const nth = `day ${day.number} of the month`;
      return { afterTime: `on ${nth}`, afterEnd: nth };
    }
    case 'last-day-of-month':
      return {
        afterTime: 'on the last day of the month',
        afterEnd: 'the month',
      };
    case 'business-day-of-month': {
      const nth = `the ${ordinal(day.number)} business day of the month`;
      return { afterTime: `on ${nth}`, afterEnd: nth };
    }
    default: {
      const last = 'the last business day of the month';
      return { afterTime: `on ${last}`, afterEnd: last };
    }
  }
}

/**
 * A deadline in words that can follow "by": `end of month` → "the end of the
 * month", `5th business day 09:00` → "09:00 on the 5th business day of the
 * month". Words that say no deadline come back as they are.
 *
 * @public
 */
export function deadlineWords(text: string): string {
  const deadline = parseDeadline(text);
  if (!deadline) return text;
  const { afterTime, afterEnd } = dayWords(deadline.day);
  return deadline.time === '24:00'
    ? `the end of ${afterEnd}`
    : `${deadline.time} ${afterTime}`;
}
