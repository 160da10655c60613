import { Segment } from '../resolvedShift';
import { RotationState } from '../roster';
import { RotationPlan } from '../rotationPlan';
import { firstVersion } from '../versions/rotationVersion';
import { ZoneClock } from '../zoneClock';

// The rotation of the tests: Data Engineers A to D, Mondays at 09:00 in New York.

export const A = 'user:default/a';
export const B = 'user:default/b';
export const C = 'user:default/c';
export const D = 'user:default/d';

export const nameOf = (ref: string) =>
  `Data Engineer ${ref.slice(-1).toUpperCase()}`;

export const weekly: RotationPlan = {
  members: [A, B, C, D],
  type: 'weekly',
  length: 1,
  start: '2026-01-19',
  handoffTime: '09:00',
  timeZone: 'America/New_York',
};

/** The major holidays of the seasons from 2026 to 2027. */
export const withHolidays: RotationPlan = {
  ...weekly,
  holidays: {
    rule: 'next-in-sequence',
    dates: [
      { date: '2026-11-26', name: 'Thanksgiving' },
      { date: '2026-12-25', name: 'Christmas Day' },
      { date: '2027-01-01', name: 'New Year' },
      { date: '2026-12-24', name: 'Christmas Eve' },
    ],
  },
};

export const withAllHandsWeek: RotationPlan = {
  ...weekly,
  allHands: [{ name: 'Monthly investor report' }],
};

/** A rotation with this plan from its start, and these changes. */
export function stateOf(
  plan: RotationPlan,
  changes: Partial<RotationState> = {},
): RotationState {
  return {
    versions: [firstVersion(plan)],
    swaps: [],
    covers: [],
    absences: [],
    nameOf,
    ...changes,
  };
}

const clock = (date: Date, timeZone: string) => {
  const instant = date.getTime();
  const wall = instant + ZoneClock.of(timeZone).offsetOf(instant);
  return new Date(wall).toISOString().slice(5, 16).replace('T', ' ');
};

/** A segment as a line, in the time of its zone: "48 B 12-24 00:00 12-26 00:00". */
export function lineIn(timeZone = weekly.timeZone) {
  return (segment: Segment) =>
    [
      segment.number,
      segment.kind === 'duty'
        ? segment.primary.slice(-1).toUpperCase()
        : 'nobody',
      clock(segment.start, timeZone),
      clock(segment.end, timeZone),
      ...(segment.watching.length > 0
        ? [`watched by ${segment.watching.map(ref => ref.slice(-1)).join('')}`]
        : []),
    ].join(' ');
}
