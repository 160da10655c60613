import { DateTime } from 'luxon';
import { ReadingOptions } from './instantWords';

/**
 * The days of a stretch of time: "7 – 14 Dec", "28 Dec – 4 Jan". Both ends are
 * said as the day on which duty changes hands.
 */
export function rangeWords(
  { start, end }: { start: string; end: string },
  { timeZone }: Omit<ReadingOptions, 'now'> = {},
): string {
  const [from, to] = [start, end].map(iso => {
    const at = DateTime.fromISO(iso, { zone: 'utc' });
    return (timeZone ? at.setZone(timeZone) : at.toLocal()).setLocale('en-US');
  });
  const isOneMonth = from.hasSame(to, 'month');
  return `${from.toFormat(isOneMonth ? 'd' : 'd LLL')} – ${to.toFormat(
    'd LLL',
  )}`;
}
