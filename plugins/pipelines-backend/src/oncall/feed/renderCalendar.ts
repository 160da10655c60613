import ical, {
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { CalendarEvent } from './calendarEvents';

export interface CalendarFeed {
  /** What the calendar is called. */
  readonly title: string;
  readonly events: readonly CalendarEvent[];
  /** See `cancelledEvents`. */
  readonly cancelled: readonly CalendarEvent[];
  /**
   * Which state of the rotation this is: the count of its versions and changes,
   * which only rises, and when the last of them came.
   */
  readonly revision: { readonly sequence: number; readonly at: Date };
  /** How often a reader should ask again. Google asks every 12 to 24 hours. */
  readonly refreshMinutes: number;
}

/**
 * An iCalendar file (RFC 5545): every event with its instants in UTC, no
 * recurrence and no zone of its own, so that no reader has to decide a boundary.
 * The same arguments give the same bytes, for an ETag.
 *
 * @returns lines of at most 75 octets, each ended by CRLF
 */
export function renderCalendar(feed: CalendarFeed): string {
  const { title, revision, refreshMinutes } = feed;
  const calendar = ical({
    name: title,
    prodId: { company: 'TechFlow', product: 'Pipelines for Backstage' },
    method: ICalCalendarMethod.PUBLISH,
    // Gives both REFRESH-INTERVAL and X-PUBLISHED-TTL.
    ttl: refreshMinutes * 60,
  });
  const add = (event: CalendarEvent, status: ICalEventStatus) =>
    calendar.createEvent({
      id: event.uid,
      sequence: revision.sequence,
      // The default is the clock, and would change every answer.
      stamp: revision.at,
      lastModified: revision.at,
      start: event.start,
      end: event.end,
      summary: event.summary,
      description: event.description,
      status,
      // A person on duty can still be invited to meetings.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  feed.events.forEach(event => add(event, ICalEventStatus.CONFIRMED));
  feed.cancelled.forEach(event => add(event, ICalEventStatus.CANCELLED));
  // RFC 5545 ends every line with CRLF; ical-generator leaves the last one out.
  return `${calendar.toString()}\r\n`;
}
