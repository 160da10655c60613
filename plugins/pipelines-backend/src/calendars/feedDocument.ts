import { CalendarFeed, RotationVersion } from '../database';
import {
  calendarEvents,
  CalendarSubject,
  cancelledEvents,
  renderCalendar,
} from '../oncall';
import { KnownRotation } from '../rotations/KnownRotation';

const DAY_MS = 86_400_000;
const DAYS_BACK = 15;
const DAYS_AHEAD = 180;
/** Phones ask about as often as they are told; Google every 12 to 24 hours. */
const REFRESH_MINUTES = 60;

function titleOf({ entity }: KnownRotation, { member }: CalendarFeed): string {
  const title = entity.metadata.title ?? entity.metadata.name;
  return member === undefined ? title : `My shifts, ${title}`;
}

/**
 * Which state of a rotation this is: how often anything was changed, and when
 * that was last.
 */
function revisionOf(
  { state, revision }: KnownRotation,
  versions: readonly RotationVersion[],
) {
  const { swaps, covers, absences } = state;
  const times = [
    ...versions.map(({ recordedAt }) => recordedAt),
    ...swaps.map(({ answeredAt }) => answeredAt),
    ...covers.map(({ createdAt }) => createdAt),
    ...absences.flatMap(({ createdAt, withdrawnAt }) => [
      createdAt,
      ...(withdrawnAt ? [withdrawnAt] : []),
    ]),
  ].map(time => time.getTime());
  const withdrawn = absences.filter(({ withdrawnAt }) => withdrawnAt);
  return {
    sequence: revision + versions.length + absences.length + withdrawn.length,
    at: new Date(Math.max(...times)),
  };
}

/**
 * The iCalendar file of a feed: from 15 days ago to 180 days ahead, in whole
 * shifts. Shifts that a change took away are given once more as cancelled.
 *
 * @param options - `versions`: all that were ever recorded of the rotation
 */
export function feedDocument(options: {
  feed: CalendarFeed;
  rotation: KnownRotation;
  versions: readonly RotationVersion[];
  now: Date;
}): string {
  const { feed, rotation, versions, now } = options;
  const { ref, entity, state } = rotation;
  const subject: CalendarSubject = {
    rotationRef: ref,
    title: entity.metadata.title ?? entity.metadata.name,
    from: new Date(now.getTime() - DAYS_BACK * DAY_MS),
    to: new Date(now.getTime() + DAYS_AHEAD * DAY_MS),
    ...(feed.member !== undefined && { member: feed.member }),
  };
  const events = calendarEvents(state, subject);
  const unchanged = { ...state, swaps: [], covers: [] };
  return renderCalendar({
    title: titleOf(rotation, feed),
    events,
    cancelled: cancelledEvents(calendarEvents(unchanged, subject), events),
    revision: revisionOf(rotation, versions),
    refreshMinutes: REFRESH_MINUTES,
  });
}
