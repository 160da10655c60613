import {
  A,
  B,
  C,
  D,
  stateOf,
  weekly,
  withHolidays,
} from './__testUtils__/exampleRotation';
import { firstVersion, withVersion } from './versions/rotationVersion';
import { nextVersion } from './versions/nextVersion';
import { statistics } from './statistics';

const date = (text: string) => new Date(text);

describe('statistics', () => {
  it('is even over a full cycle without changes', () => {
    const { total } = statistics(stateOf(weekly), {
      from: date('2026-06-01T13:00Z'),
      to: date('2026-06-29T13:00Z'),
      now: date('2026-06-01T13:00Z'),
    });
    const load = {
      shifts: 1,
      weekendDays: 2,
      holidays: 0,
      hoursOnCall: 168,
      hoursWatching: 0,
    };
    expect(total).toEqual({
      members: [A, B, C, D].map(member => ({ member, ...load })),
      spread: {
        shifts: 0,
        weekendDays: 0,
        holidays: 0,
        hoursOnCall: 0,
        hoursWatching: 0,
      },
      hoursUncovered: 0,
    });
  });

  it('counts holidays, cover and watching where they fall', () => {
    // 21 December to 4 January: A, then B.
    const state = stateOf(
      { ...withHolidays, allHands: [{ name: 'Investor report', days: 2 }] },
      {
        covers: [
          {
            id: '1',
            from: date('2026-12-26T05:00Z'),
            to: date('2026-12-27T05:00Z'),
            by: D,
            createdBy: D,
            createdAt: date('2026-12-24T05:00Z'),
          },
        ],
      },
    );
    const { total } = statistics(state, {
      from: date('2026-12-21T14:00Z'),
      to: date('2027-01-04T14:00Z'),
      now: date('2026-12-28T14:00Z'),
    });
    const figures = total.members.map(load => [
      load.member,
      load.shifts,
      load.weekendDays,
      load.holidays,
      load.hoursOnCall,
      load.hoursWatching,
    ]);
    expect(figures).toEqual([
      [A, 1, 1, 0, 168 - 72, 48],
      [B, 1, 2, 2, 168 - 24 + 48, 0],
      [C, 0, 0, 1, 24, 48],
      [D, 0, 1, 0, 24, 48],
    ]);
    expect(total.spread.hoursOnCall).toBe(168);
  });

  it('splits at now; the parts make up the whole', () => {
    const { past, planned, total } = statistics(stateOf(weekly), {
      from: date('2026-06-01T13:00Z'),
      to: date('2026-06-29T13:00Z'),
      now: date('2026-06-10T01:00Z'),
    });
    const hours = ({ members }: typeof past) =>
      members.map(({ hoursOnCall }) => hoursOnCall);
    expect(hours(past)).toEqual([36, 0, 0, 168]);
    expect(hours(planned)).toEqual([132, 168, 168, 0]);
    const shifts = ({ members }: typeof past) => members.map(m => m.shifts);
    expect(shifts(past)).toEqual([1, 0, 0, 1]);
    expect(shifts(planned)).toEqual([0, 1, 1, 0]);
    expect(hours(total)).toEqual([168, 168, 168, 168]);
  });

  it('lists who joined, who left, and who has nothing', () => {
    const X = 'user:default/x';
    const first = firstVersion(weekly);
    const versions = withVersion(
      [first],
      nextVersion(
        [first],
        { ...weekly, members: [A, B, D, X] },
        {
          now: date('2026-02-04T12:00Z'),
        },
      ),
    );
    const { total } = statistics(
      { ...stateOf(weekly), versions },
      {
        from: date('2026-02-03T00:00Z'),
        to: date('2026-02-10T00:00Z'),
        now: date('2026-02-04T12:00Z'),
      },
    );
    expect(total.members.map(({ member, shifts }) => [member, shifts])).toEqual(
      [
        [A, 0],
        [B, 0],
        [C, 0],
        [D, 1],
        [X, 0],
      ],
    );
  });

  it('counts hours in which nobody has duty for nobody', () => {
    const absences = [A, B, C, D].map(member => ({
      member,
      from: '2026-11-26',
      to: '2026-11-26',
      createdAt: date('2026-01-01T00:00Z'),
    }));
    const { total } = statistics(stateOf(withHolidays, { absences }), {
      from: date('2026-11-23T14:00Z'),
      to: date('2026-11-30T14:00Z'),
      now: date('2026-11-23T14:00Z'),
    });
    expect(total.hoursUncovered).toBe(24);
    expect(total.members.map(({ holidays }) => holidays)).toEqual([0, 0, 0, 0]);
  });

  it('is all zero for a span before the rotation', () => {
    const { total } = statistics(stateOf(weekly), {
      from: date('2025-01-01T00:00Z'),
      to: date('2025-02-01T00:00Z'),
      now: date('2025-01-15T00:00Z'),
    });
    expect(total.members).toEqual([]);
    expect(total.spread.shifts).toBe(0);
  });
});
