import ICAL from 'ical.js';

const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];
const PARTS = ['BYDAY', 'BYMONTH', 'BYMONTHDAY'];
/** Every month has these, so the search for the next day soon ends. */
const LAST_DAY_OF_ALL = 28;

/**
 * Looking for the next day that a rule allows can take for ever: there is no
 * 30 February. What people write for absences is simple.
 *
 * @throws Error when a rule of the event could cost more than a look
 */
export function refuseCostlyRule(event: ICAL.Component): void {
  for (const property of event.getAllProperties('rrule')) {
    const rule = property.getFirstValue();
    if (!(rule instanceof ICAL.Recur)) continue;
    const parts = Object.keys(rule.parts);
    const days = rule.parts.BYMONTHDAY ?? [];
    const isSimple =
      FREQUENCIES.includes(rule.freq) &&
      parts.every(part => PARTS.includes(part)) &&
      days.every(day => Number(day) >= 1 && Number(day) <= LAST_DAY_OF_ALL) &&
      !(parts.includes('BYDAY') && parts.length > 1);
    if (!isSimple) {
      throw new Error(`the calendar has a recurrence of this kind: ${rule}`);
    }
  }
}
