/** When something happened, as an event says. */
export interface EventTime {
  readonly at: Date;
  /** It said no zone, and UTC was taken. */
  readonly hasNoZone: boolean;
}

const FORM =
  /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}([.,]\d{1,12})?)?(Z|[+-]\d{2}(:?\d{2})?)?$/i;

// What fits into the tables, whose instants have four digits of year.
const FIRST = Date.parse('1970-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-30T00:00:00Z');

/** What {@link parseEventTime} reads, for error messages. */
export const EVENT_TIME =
  'an ISO 8601 instant since 1970, such as 2026-11-26T14:00:00.123Z';

/**
 * Reads an instant as tools write it: any number of fraction digits (we keep
 * milliseconds), with `Z`, an offset or, as Great Expectations' integration and
 * many test events do, no zone at all.
 *
 * @returns undefined when it is no instant, or one before 1970
 */
export function parseEventTime(text: string): EventTime | undefined {
  const match = FORM.exec(text);
  if (!match) return undefined;
  const zone = match[3];
  const form = text.replace(' ', 'T').replace(',', '.');
  const at = new Date(zone ? form : `${form}Z`);
  const time = at.getTime();
  return time >= FIRST && time < LAST ? { at, hasNoZone: !zone } : undefined;
}
