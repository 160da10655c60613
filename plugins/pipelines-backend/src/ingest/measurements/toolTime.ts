import { DateTime } from 'luxon';
import { z } from 'zod';

// Luxon also reads times without a date, and takes today for it.
const DATE_AND_TIME = /^\d{4}-?\d{2}-?\d{2}[T ]\d{2}/;
const LONGEST = 40;
const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;

/** What {@link toolTime} takes, for error messages. */
export const TOOL_TIME = `an ISO 8601 instant in the years ${FIRST_YEAR} to ${LAST_YEAR}`;

/**
 * An instant as tools write it: with or without dashes and colons, with any
 * number of fraction digits (milliseconds remain). One without a zone is UTC, as
 * Great Expectations and dbt mean it.
 *
 * @returns undefined when it is no instant
 */
export function parseToolTime(text: string): Date | undefined {
  if (text.length > LONGEST || !DATE_AND_TIME.test(text)) return undefined;
  const time = DateTime.fromISO(text.replace(' ', 'T'), { zone: 'utc' });
  return time.isValid ? time.toJSDate() : undefined;
}

/** Whether an instant is near enough to be one that somebody means. */
export function isUsual(time: Date): boolean {
  const year = time.getUTCFullYear();
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** {@link parseToolTime} for schemas. */
export const toolTime = z.string().transform((text, { addIssue }) => {
  const time = parseToolTime(text);
  if (time && isUsual(time)) return time;
  addIssue({ code: 'custom', message: `must be ${TOOL_TIME}`, input: text });
  return z.NEVER;
});
