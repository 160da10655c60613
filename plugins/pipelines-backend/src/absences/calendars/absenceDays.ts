import ICAL from 'ical.js';
import { dateOfDay, dayAt, dayOfDate } from '../../oncall/calendarDay';
import { refuseCostlyRule } from './refuseCostlyRule';

/** Days on which somebody is away, `yyyy-MM-dd`, the last included. */
export interface AbsenceDays {
  readonly from: string;
  readonly to: string;
}

const MAX_EVENTS = 2_000;
const MAX_OCCURRENCES = 200;
/** Of all recurrences together: a daily one of 27 years. */
const MAX_STEPS = 10_000;
const MAX_DAYS = 400;
/** A meeting is no absence. */
const SHORTEST_MS = 8 * 3_600_000;

interface Window {
  /** IANA zone of the rotation, in which days count. */
  readonly timeZone: string;
  /** First day that matters. */
  readonly today: string;
}

function wallDate({ year, month, day }: ICAL.Time): string {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.toISOString().slice(0, 10);
}

/** Days of an event that takes whole days, or is long enough to be an absence. */
function daysOf(
  start: ICAL.Time,
  end: ICAL.Time,
  timeZone: string,
): AbsenceDays | undefined {
  if (start.isDate) {
    const from = dayOfDate(wallDate(start));
    // The end of whole days is the day after; some leave it out.
    const to = Math.max(from, dayOfDate(wallDate(end)) - 1);
    return { from: dateOfDay(from), to: dateOfDay(to) };
  }
  const [first, after] = [start, end].map(time => time.toJSDate().getTime());
  if (!(after - first >= SHORTEST_MS)) return undefined;
  return {
    from: dateOfDay(dayAt(first, timeZone)),
    to: dateOfDay(dayAt(after - 1, timeZone)),
  };
}

function isAbsence(component: ICAL.Component): boolean {
  return (
    component.getFirstPropertyValue('status') !== 'CANCELLED' &&
    component.getFirstPropertyValue('transp') !== 'TRANSPARENT' &&
    component.hasProperty('dtstart')
  );
}

function* timesOf(
  component: ICAL.Component,
  exceptions: readonly ICAL.Component[],
  limits: { readonly until: string; steps: number },
): Generator<{ start: ICAL.Time; end: ICAL.Time }> {
  const event = new ICAL.Event(component, { exceptions: [...exceptions] });
  if (!event.isRecurring()) {
    yield { start: event.startDate, end: event.endDate };
    return;
  }
  refuseCostlyRule(component);
  const iterator = event.iterator();
  for (;;) {
    const next = iterator.next();
    if (!next || wallDate(next) > limits.until) return;
    limits.steps += 1;
    if (limits.steps > MAX_STEPS) {
      throw new Error(`the calendar recurs more than ${MAX_STEPS} times`);
    }
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    if (isAbsence(item.component)) yield { start: startDate, end: endDate };
  }
}

function eventsOf(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const components = calendar.getAllSubcomponents('vevent');
  if (components.length > MAX_EVENTS) {
    throw new Error(`the calendar has more than ${MAX_EVENTS} events`);
  }
  const exceptions = new Map<string, ICAL.Component[]>();
  const masters: ICAL.Component[] = [];
  for (const component of components) {
    if (!component.hasProperty('recurrence-id')) masters.push(component);
    else {
      const uid = String(component.getFirstPropertyValue('uid'));
      exceptions.set(uid, [...(exceptions.get(uid) ?? []), component]);
    }
  }
  return { masters, exceptions };
}

/**
 * When somebody is away by his own calendar: events of whole days, or of eight
 * hours and more, that are neither cancelled nor marked as free. From today on,
 * for 400 days, and no more than 200.
 *
 * @param text - an iCalendar file (RFC 5545) that anybody may have written
 * @throws Error with a reason when it is none, or too much
 */
export function absenceDays(text: string, window: Window): AbsenceDays[] {
  const { timeZone, today } = window;
  const until = dateOfDay(dayOfDate(today) + MAX_DAYS);
  const { masters, exceptions } = eventsOf(text);
  const found = new Map<string, AbsenceDays>();
  const limits = { until, steps: 0 };
  for (const master of masters.filter(isAbsence)) {
    const uid = String(master.getFirstPropertyValue('uid'));
    for (const { start, end } of timesOf(
      master,
      exceptions.get(uid) ?? [],
      limits,
    )) {
      const days = daysOf(start, end, timeZone);
      const matters = days && days.to >= today && days.from <= until;
      if (matters) found.set(`${days.from}/${days.to}`, days);
      if (found.size > MAX_OCCURRENCES) {
        throw new Error(
          `the calendar has more than ${MAX_OCCURRENCES} absences`,
        );
      }
    }
  }
  return [...found.values()].sort((one, other) =>
    one.from < other.from ? -1 : 1,
  );
}
