import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { A, B, C, D, stateOf, weekly } from '../__testUtils__/exampleRotation';
import { resolve, whoAtResolved } from '../resolve';
import { RotationState } from '../roster';
import { nextVersion } from '../versions/nextVersion';
import { firstVersion, withVersion } from '../versions/rotationVersion';
import {
  CalendarEvent,
  calendarEvents,
  CalendarSubject,
  cancelledEvents,
} from './calendarEvents';
import { renderCalendar } from './renderCalendar';

const date = (text: string) => new Date(text);

const year: CalendarSubject = {
  rotationRef: 'rotation:default/data-platform',
  title: 'Data platform; “plan B”, höher',
  from: date('2026-07-01T00:00Z'),
  to: date('2027-07-01T00:00Z'),
};

const busy = stateOf(
  {
    ...weekly,
    holidays: {
      rule: 'next-in-sequence',
      dates: [
        { date: '2026-11-26', name: 'Thanksgiving' },
        { date: '2026-12-25', name: 'Christmas Day' },
      ],
    },
    allHands: [{ name: 'Monthly investor report' }],
  },
  {
    absences: [A, B, C, D].map(member => ({
      member,
      from: '2026-12-25',
      to: '2026-12-26',
      createdAt: date('2026-06-01T00:00Z'),
    })),
    swaps: [
      {
        id: 'swap-1',
        state: 'accepted',
        shifts: [40, 41],
        members: [A, B],
        requestedBy: A,
        answeredBy: B,
        answeredAt: date('2026-06-02T00:00Z'),
        reason:
          'a week by the sea, with everyone, 世界, and no network; at all',
      },
    ],
    covers: [
      {
        id: 'cover-1',
        from: date('2026-08-12T07:00Z'),
        to: date('2026-08-12T13:00Z'),
        by: D,
        createdBy: D,
        createdAt: date('2026-08-12T07:00Z'),
      },
    ],
  },
);

const feedOf = (
  state: RotationState,
  subject: CalendarSubject = year,
  cancelled: CalendarEvent[] = [],
) =>
  renderCalendar({
    title: subject.title,
    events: calendarEvents(state, subject),
    cancelled,
    revision: { sequence: 4, at: date('2026-08-12T07:00Z') },
    refreshMinutes: 60,
  });

/** What a reader must give for an event. */
const essence = ({ uid, start, end, summary, description }: CalendarEvent) => ({
  uid,
  start: start.toISOString(),
  end: end.toISOString(),
  summary,
  description,
  sequence: 4,
});

const byUid = (one: { uid: string }, other: { uid: string }) =>
  one.uid < other.uid ? -1 : 1;

function readByIcalJs(file: string) {
  return new ICAL.Component(ICAL.parse(file))
    .getAllSubcomponents('vevent')
    .map(component => {
      const event = new ICAL.Event(component);
      return {
        uid: event.uid,
        start: event.startDate.toJSDate().toISOString(),
        end: event.endDate.toJSDate().toISOString(),
        summary: event.summary,
        description: event.description,
        sequence: event.sequence,
      };
    })
    .sort(byUid);
}

function readByNodeIcal(file: string) {
  return Object.values(nodeIcal.sync.parseICS(file))
    .flatMap(event =>
      event?.type === 'VEVENT'
        ? {
            uid: event.uid,
            start: event.start.toISOString(),
            end: event.end?.toISOString(),
            summary: event.summary,
            description: event.description,
            sequence: Number(event.sequence),
          }
        : [],
    )
    .sort(byUid);
}

describe('a calendar feed', () => {
  const expected = calendarEvents(busy, year).map(essence).sort(byUid);

  it('is read by ical.js as it was meant', () => {
    expect(readByIcalJs(feedOf(busy))).toEqual(expected);
  });

  it('is read by node-ical as it was meant', () => {
    expect(readByNodeIcal(feedOf(busy))).toEqual(expected);
  });

  it('gives the shifts that the rotation has, at every change of duty', () => {
    const duties = readByIcalJs(feedOf(busy)).filter(({ summary }) =>
      summary.startsWith('On call'),
    );
    const { shifts, gaps } = resolve(busy, year.from, year.to);
    expect(gaps).toHaveLength(1);
    for (const { start } of [...shifts, ...gaps]) {
      const at = start.toISOString();
      const found = duties.filter(duty => duty.start <= at && at < duty.end);
      const who = whoAtResolved(busy, start);
      expect(found.map(({ summary }) => summary)).toEqual(
        who?.kind === 'duty'
          ? [`On call: ${busy.nameOf(who.primary)}, ${year.title}`]
          : [],
      );
    }
  });

  it('says when nobody is on call', () => {
    expect(
      calendarEvents(busy, year).filter(({ kind }) => kind === 'gap'),
    ).toMatchObject([
      {
        uid: 'rotation:default/data-platform/shift-48/nobody',
        start: date('2026-12-25T05:00Z'),
        end: date('2026-12-26T05:00Z'),
      },
    ]);
  });

  it('keeps the rules of RFC 5545 for lines', () => {
    const file = feedOf(busy);
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const longest = Math.max(
      ...file.split('\r\n').map(line => Buffer.byteLength(line)),
    );
    expect(longest).toBeLessThanOrEqual(75);
  });

  it('carries what readers need to follow changes, and no clock of its own', () => {
    const file = feedOf(busy);
    for (const line of [
      'METHOD:PUBLISH',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
      'SEQUENCE:4',
      'LAST-MODIFIED:20260812T070000Z',
      'DTSTAMP:20260812T070000Z',
      'DTSTART:20261012T130000Z',
    ]) {
      expect(file).toContain(`${line}\r\n`);
    }
    expect(file).not.toMatch(/RRULE|VTIMEZONE|TZID/);
    expect(feedOf(busy)).toBe(file);
  });

  it('of a member has their duty and when they watch, and nothing else', () => {
    const mine = calendarEvents(busy, {
      ...year,
      from: date('2026-08-10T13:00Z'),
      to: date('2026-08-31T13:00Z'),
      member: B,
    });
    expect(
      mine.map(({ uid, start, end, summary }) => [
        uid.replace('rotation:default/data-platform/', ''),
        start.toISOString().slice(0, 16),
        end.toISOString().slice(0, 16),
        summary.split(',')[0],
      ]),
    ).toEqual([
      [
        'shift-29/user:default/b',
        '2026-08-10T13:00',
        '2026-08-12T07:00',
        'On call: Data Engineer B',
      ],
      [
        'shift-29/user:default/b/part-2',
        '2026-08-12T13:00',
        '2026-08-17T13:00',
        'On call: Data Engineer B',
      ],
      [
        'shift-31/watching/user:default/b',
        '2026-08-25T04:00',
        '2026-08-31T13:00',
        'Watching: Monthly investor report',
      ],
    ]);
  });

  it('tells parts of one member’s shift apart', () => {
    const parts = calendarEvents(busy, {
      ...year,
      from: date('2026-08-12T00:00Z'),
      to: date('2026-08-13T00:00Z'),
    });
    expect(parts.map(({ uid }) => uid.split('shift-')[1])).toEqual([
      '29/user:default/b',
      '29/user:default/b/part-2',
      '29/user:default/d',
    ]);
  });

  it('keeps the UID when times move, and when the span asked for moves', () => {
    const first = firstVersion(weekly);
    const later = nextVersion(
      [first],
      { ...weekly, handoffTime: '17:00' },
      { now: date('2026-09-01T00:00Z') },
    );
    const uids = (state: RotationState, from: string) =>
      calendarEvents(state, { ...year, from: date(from) }).map(
        ({ uid }) => uid,
      );
    const plain = stateOf(weekly);
    const moved = { ...plain, versions: withVersion([first], later) };
    const before = uids(plain, '2026-10-01T00:00Z');
    expect(uids(moved, '2026-10-01T00:00Z')).toEqual(before);
    expect(uids(plain, '2026-10-03T00:00Z')).toEqual(before);
  });

  it('cancels what is no more', () => {
    const without = calendarEvents({ ...busy, swaps: [] }, year);
    const cancelled = cancelledEvents(without, calendarEvents(busy, year));
    const uids = cancelled.map(({ uid }) => uid.split('shift-')[1]);
    expect(uids).toEqual(['40/user:default/a', '41/user:default/b']);
    const file = feedOf(busy, year, cancelled);
    expect(file.match(/STATUS:CANCELLED/g)).toHaveLength(2);
  });
});
