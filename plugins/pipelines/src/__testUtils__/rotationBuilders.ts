import {
  Absence,
  CalendarFeed,
  CoverChange,
  Handoff,
  MemberLoad,
  MemberShift,
  RotationStatistics,
  Shift,
  SwapChange,
} from '@techflow/backstage-plugin-pipelines-common';
import { shift } from './builders';

export const ROTATION = 'rotation:default/data-engineering';
export const A = 'user:default/engineer-a';
export const B = 'user:default/engineer-b';

/** Thanksgiving inside A's week: B has that day in New York, everyone watches. */
export function thanksgivingWeek(): Shift[] {
  const week = shift(0);
  const allHands = {
    type: 'all-hands' as const,
    name: 'Monthly investor report',
    text: 'everyone watches 24–30 Nov: Monthly investor report',
  };
  return [
    { ...week, end: '2026-11-26T05:00:00.000Z' },
    {
      ...week,
      start: '2026-11-26T05:00:00.000Z',
      end: '2026-11-27T05:00:00.000Z',
      primary: B,
      watching: [A],
      reasons: [
        ...week.reasons,
        {
          type: 'holiday',
          text: 'Data Engineer B, because 26 Nov is Thanksgiving',
          holidays: [{ date: '2026-11-26', name: 'Thanksgiving' }],
          outgoing: A,
        },
        allHands,
      ],
    },
    { ...week, start: '2026-11-27T05:00:00.000Z' },
  ];
}

/** A asks B to swap weeks 2 and 3. */
export function swap(changes: Partial<SwapChange> = {}): SwapChange {
  const side = (week: number) => {
    const { number, start, end, primary } = shift(week);
    return { number, start, end, member: primary };
  };
  return {
    id: 'swap-1',
    type: 'swap',
    rotationRef: ROTATION,
    state: 'proposed',
    shifts: [side(2), side(3)],
    requestedBy: A,
    requestedAt: '2026-11-20T10:00:00Z',
    expiresAt: '2026-11-27T10:00:00Z',
    reason: 'vacation',
    ...changes,
  };
}

/** B covers for A, for two hours. */
export function cover(changes: Partial<CoverChange> = {}): CoverChange {
  return {
    id: 'cover-1',
    type: 'cover',
    rotationRef: ROTATION,
    state: 'accepted',
    from: '2026-11-23T15:00:00.000Z',
    to: '2026-11-23T17:00:00.000Z',
    by: B,
    requestedBy: B,
    requestedAt: '2026-11-23T15:00:00Z',
    ...changes,
  };
}

export function absence(changes: Partial<Absence> = {}): Absence {
  const { number, start, end } = shift(2);
  return {
    id: 'absence-1',
    member: A,
    from: '2026-12-08',
    to: '2026-12-11',
    note: 'skiing',
    shifts: [{ number, start, end }],
    ...changes,
  };
}

export function handoff(changes: Partial<Handoff> = {}): Handoff {
  return {
    shiftNumber: 46,
    outgoing: B,
    incoming: A,
    meetingStart: '2026-11-23T14:00:00.000Z',
    meetingEnd: '2026-11-23T14:30:00.000Z',
    state: 'due',
    notes: '',
    checklist: [{ text: 'Open issues', done: false }],
    revision: 3,
    ...changes,
  };
}

export function load(changes: Partial<MemberLoad> = {}): MemberLoad {
  return {
    member: A,
    shifts: 26,
    weekendDays: 52,
    holidays: 3,
    hours: 4380,
    watchingHours: 672,
    ...changes,
  };
}

export function statistics(
  changes: Partial<RotationStatistics> = {},
): RotationStatistics {
  return {
    rotationRef: ROTATION,
    timeZone: 'America/New_York',
    from: '2026-01-01T05:00:00.000Z',
    to: '2027-01-01T05:00:00.000Z',
    total: [load(), load({ member: B, hours: 4362 })],
    past: [load({ shifts: 23 })],
    planned: [load({ shifts: 3, holidays: 1 })],
    spreadHours: 18,
    ...changes,
  };
}

export function feed(changes: Partial<CalendarFeed> = {}): CalendarFeed {
  return {
    id: 'feed-1',
    rotationRef: ROTATION,
    createdAt: '2026-11-20T10:00:00Z',
    ...changes,
  };
}

export function memberShift(
  week: number,
  changes: Partial<MemberShift> = {},
): MemberShift {
  const { number, start, end, reasons } = shift(week);
  return {
    rotationRef: ROTATION,
    timeZone: 'America/New_York',
    number,
    start,
    end,
    reasons: reasons.map(({ text }) => text),
    ...changes,
  };
}
