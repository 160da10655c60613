/** When something happened, as an event says. */
export interface EventTime {
  readonly at: Date;
  /** It said no zone, and UTC was taken. */
  readonly hasNoZone: boolean;
}

const FORM =
  /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(:\d{2}([.,]\d{1,12})?)?(Z|[+-]\d{2}(:?\d{2})?)?$/i;

// What fits into the tables, whose instants have four digits of year.
const FIRST = Date.parse('1970-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-30T00:00:00Z');

/** What {@link parseEventTime} reads, for error messages. */
export const EVENT_TIME =
  'an ISO 8601 instant since 1970, such as 2026-11-26T14:00:00.123Z';

/** Whether a month has such a day: of 30 February JavaScript makes 2 March. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !isNaN(+day) && day.toISOString().startsWith(text);
}

/** The one form that JavaScript reads, whatever ISO 8601 allows beside it. */
function asRead(text: string, zone: string | undefined): string {
  const form = text.replace(' ', 'T').replace(',', '.');
  if (!zone) return `${form}Z`;
  return /^[+-]\d{2}$/.test(zone) ? `${form}:00` : form;
}

/**
 * Reads an instant as tools write it: any number of fraction digits (we keep
 * milliseconds), with `Z`, an offset or, as Great Expectations' integration and
 * many test events do, no zone at all.
 *
 * @returns undefined when it is no instant, or one before 1970
 */
export function parseEventTime(text: string): EventTime | undefined {
  const match = FORM.exec(text);
  if (!match || !isDay(match[1])) return undefined;
  const zone = match[4];
  const at = new Date(asRead(text, zone));
  const time = at.getTime();
  return time >= FIRST && time < LAST ? { at, hasNoZone: !zone } : undefined;
}
