import { DateTime } from 'luxon';

/** Where the company of the examples works. */
export const NEW_YORK = 'America/New_York';

/**
 * An instant as a test writes it: `2026-11-01 06:00` by the clocks of a zone, or
 * in full, such as `2026-11-01T10:00Z`.
 */
export function at(text: string, timeZone: string = NEW_YORK): number {
  const zone = /[T]/.test(text) ? 'utc' : timeZone;
  const read = DateTime.fromISO(text.replace(' ', 'T'), { zone });
  if (!read.isValid) throw new RangeError(`'${text}' is no instant`);
  return read.toMillis();
}

/** An instant as a test expects it: `2026-11-01 06:00 -04:00`. */
export function shown(instant: number, timeZone: string = NEW_YORK): string {
  return DateTime.fromMillis(instant, { zone: timeZone }).toFormat(
    'yyyy-MM-dd HH:mm ZZ',
  );
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
