import type { Handoff } from '@techflow/backstage-plugin-pipelines-common';
import { dayAt } from '../oncall/calendarDay';

/**
 * Where a handoff stands: planned before the day of its meeting; due on that day,
 * and for as long as the meeting lasts; after that missing, unless both said that
 * it is done.
 *
 * @param meeting - when it is; `isDone` when both said so
 * @param timeZone - of the rotation
 */
export function handoffState(
  meeting: { start: Date; end: Date; isDone: boolean },
  timeZone: string,
  now: Date,
): Handoff['state'] {
  if (meeting.isDone) return 'done';
  const [today, day] = [now, meeting.start].map(instant =>
    dayAt(instant.getTime(), timeZone),
  );
  if (today < day) return 'planned';
  return today === day || now < meeting.end ? 'due' : 'missing';
}
