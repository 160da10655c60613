import {
  A,
  B,
  C,
  D,
  lineIn,
  stateOf,
  weekly,
  withHolidays,
} from '../__testUtils__/exampleRotation';
import { resolve } from '../resolve';
import { RotationPlan } from '../rotationPlan';
import { nextVersion } from './nextVersion';
import { firstVersion, RotationVersion, withVersion } from './rotationVersion';

const X = 'user:default/x';

/** A change of the plan, and when the catalog brought it. */
interface Edit {
  plan: RotationPlan;
  now: string;
  effectiveFrom?: string;
}

const historyOf = (plan: RotationPlan, edits: Edit[]) =>
  edits.reduce<RotationVersion[]>(
    (versions, { plan: changed, now, effectiveFrom }) =>
      withVersion(
        versions,
        nextVersion(versions, changed, {
          now: new Date(now),
          ...(effectiveFrom && { effectiveFrom: new Date(effectiveFrom) }),
        }),
      ),
    [firstVersion(plan)],
  );

const only = (...members: string[]): RotationPlan => ({ ...weekly, members });

interface Case {
  sentence: string;
  edits: Edit[];
  from?: string;
  to?: string;
  expected: string[];
}

// Shift 2, from 2 to 9 February, is C's.
const now = '2026-02-04T12:00Z';

const cases: Case[] = [
  {
    sentence: 'a member leaves mid-shift: serves it to the end, then the next',
    edits: [{ plan: only(A, B, D), now }],
    expected: [
      '2 C 02-02 09:00 02-09 09:00',
      '3 D 02-09 09:00 02-16 09:00',
      '4 A 02-16 09:00 02-23 09:00',
      '5 B 02-23 09:00 03-02 09:00',
      '6 D 03-02 09:00 03-09 09:00',
    ],
  },
  {
    sentence: 'the next in line leaves: the one after, who still is a member',
    edits: [{ plan: only(A, B, C), now }],
    expected: [
      '2 C 02-02 09:00 02-09 09:00',
      '3 A 02-09 09:00 02-16 09:00',
      '4 B 02-16 09:00 02-23 09:00',
      '5 C 02-23 09:00 03-02 09:00',
      '6 A 03-02 09:00 03-09 09:00',
    ],
  },
  {
    sentence: 'who has duty and the next in line leave at once',
    edits: [{ plan: only(A, B), now }],
    expected: [
      '2 C 02-02 09:00 02-09 09:00',
      '3 A 02-09 09:00 02-16 09:00',
      '4 B 02-16 09:00 02-23 09:00',
      '5 A 02-23 09:00 03-02 09:00',
      '6 B 03-02 09:00 03-09 09:00',
    ],
  },
  {
    sentence: 'a member joins at the end of the list: after D',
    edits: [{ plan: only(A, B, C, D, X), now }],
    expected: [
      '2 C 02-02 09:00 02-09 09:00',
      '3 D 02-09 09:00 02-16 09:00',
      '4 X 02-16 09:00 02-23 09:00',
      '5 A 02-23 09:00 03-02 09:00',
      '6 B 03-02 09:00 03-09 09:00',
    ],
  },
  {
    sentence: 'a member joins after the one on duty, where the list says',
    edits: [{ plan: only(A, B, C, X, D), now }],
    to: '2026-02-20T12:00Z',
    expected: [
      '2 C 02-02 09:00 02-09 09:00',
      '3 X 02-09 09:00 02-16 09:00',
      '4 D 02-16 09:00 02-23 09:00',
    ],
  },
  {
    sentence: 'everyone is new: the new order begins',
    edits: [{ plan: only(X, 'user:default/y'), now }],
    to: '2026-02-20T12:00Z',
    expected: [
      '2 C 02-02 09:00 02-09 09:00',
      '3 X 02-09 09:00 02-16 09:00',
      '4 Y 02-16 09:00 02-23 09:00',
    ],
  },
  {
    sentence: 'an edit at the instant of a handoff waits for the next one',
    edits: [{ plan: only(A), now: '2026-02-09T14:00Z' }],
    to: '2026-02-20T12:00Z',
    expected: [
      '2 C 02-02 09:00 02-09 09:00',
      '3 D 02-09 09:00 02-16 09:00',
      '4 A 02-16 09:00 02-23 09:00',
    ],
  },
  {
    sentence: 'two edits within one shift: the last one counts',
    edits: [
      { plan: only(X), now },
      { plan: only(A, B, C, D), now: '2026-02-05T12:00Z' },
    ],
    to: '2026-02-20T12:00Z',
    expected: [
      '2 C 02-02 09:00 02-09 09:00',
      '3 D 02-09 09:00 02-16 09:00',
      '4 A 02-16 09:00 02-23 09:00',
    ],
  },
  {
    sentence: 'effective from a date: the first handoff at or after it',
    edits: [{ plan: only(A, B, C), now, effectiveFrom: '2026-02-12T00:00Z' }],
    expected: [
      '2 C 02-02 09:00 02-09 09:00',
      '3 D 02-09 09:00 02-16 09:00',
      '4 A 02-16 09:00 02-23 09:00',
      '5 B 02-23 09:00 03-02 09:00',
      '6 C 03-02 09:00 03-09 09:00',
    ],
  },
  {
    sentence: 'effective from a handoff: that handoff',
    edits: [{ plan: only(B), now, effectiveFrom: '2026-02-09T14:00Z' }],
    to: '2026-02-10T00:00Z',
    expected: ['2 C 02-02 09:00 02-09 09:00', '3 B 02-09 09:00 02-16 09:00'],
  },
  {
    sentence: 'effective from the past: as if now',
    edits: [{ plan: only(B), now, effectiveFrom: '2026-01-20T00:00Z' }],
    from: '2026-01-20T00:00Z',
    to: '2026-02-10T00:00Z',
    expected: [
      '0 A 01-19 09:00 01-26 09:00',
      '1 B 01-26 09:00 02-02 09:00',
      '2 C 02-02 09:00 02-09 09:00',
      '3 B 02-09 09:00 02-16 09:00',
    ],
  },
  {
    sentence: 'handoff moves to Friday: four days are a shift, from Monday',
    edits: [{ plan: { ...weekly, start: '2026-01-02' }, now }],
    to: '2026-02-15T00:00Z',
    expected: [
      '2 C 02-02 09:00 02-09 09:00',
      '3 D 02-09 09:00 02-13 09:00',
      '4 A 02-13 09:00 02-20 09:00',
    ],
  },
  {
    sentence: 'handoff moves to Wednesday: two days are none, so it is nine',
    edits: [{ plan: { ...weekly, start: '2026-01-07' }, now }],
    to: '2026-02-20T00:00Z',
    expected: [
      '2 C 02-02 09:00 02-09 09:00',
      '3 D 02-09 09:00 02-18 09:00',
      '4 A 02-18 09:00 02-25 09:00',
    ],
  },
  {
    sentence: 'handoff moves to 17:00: the first shift is eight hours longer',
    edits: [{ plan: { ...weekly, handoffTime: '17:00' }, now }],
    to: '2026-02-20T00:00Z',
    expected: [
      '2 C 02-02 09:00 02-09 09:00',
      '3 D 02-09 09:00 02-16 17:00',
      '4 A 02-16 17:00 02-23 17:00',
    ],
  },
  {
    sentence: 'shifts become two weeks, off the old rhythm by one: one week is',
    edits: [{ plan: { ...weekly, length: 2 }, now }],
    to: '2026-03-03T00:00Z',
    expected: [
      '2 C 02-02 09:00 02-09 09:00',
      '3 D 02-09 09:00 02-16 09:00',
      '4 A 02-16 09:00 03-02 09:00',
      '5 B 03-02 09:00 03-16 09:00',
    ],
  },
  {
    sentence: 'weekly becomes daily',
    edits: [{ plan: { ...weekly, type: 'daily' }, now }],
    to: '2026-02-12T00:00Z',
    expected: [
      '2 C 02-02 09:00 02-09 09:00',
      '3 D 02-09 09:00 02-10 09:00',
      '4 A 02-10 09:00 02-11 09:00',
      '5 B 02-11 09:00 02-12 09:00',
    ],
  },
  {
    sentence: 'a rotation that has not begun begins anew',
    edits: [
      {
        plan: { ...only(X, A), start: '2026-01-12' },
        now: '2026-01-01T00:00Z',
      },
    ],
    from: '2026-01-01T00:00Z',
    to: '2026-01-20T00:00Z',
    expected: ['0 X 01-12 09:00 01-19 09:00', '1 A 01-19 09:00 01-26 09:00'],
  },
  {
    sentence: 'one that has not begun does not begin in the past',
    edits: [
      {
        plan: { ...only(X, A), start: '2025-06-02' },
        now: '2026-01-01T00:00Z',
      },
    ],
    from: '2025-01-01T00:00Z',
    to: '2026-01-13T00:00Z',
    expected: ['0 X 01-05 09:00 01-12 09:00', '1 A 01-12 09:00 01-19 09:00'],
  },
];

describe('nextVersion', () => {
  it.each(cases)('$sentence', example => {
    const { edits, from = '2026-02-03T00:00Z' } = example;
    const { to = '2026-03-03T00:00Z', expected } = example;
    const versions = historyOf(weekly, edits);
    const state = { ...stateOf(weekly), versions };
    const { shifts } = resolve(state, new Date(from), new Date(to));
    expect(shifts.map(lineIn())).toEqual(expected);
  });

  it('moves with the zone: Monday 09:00 in London comes first', () => {
    const versions = historyOf(weekly, [
      { plan: { ...weekly, timeZone: 'Europe/London' }, now },
    ]);
    const { shifts } = resolve(
      { ...stateOf(weekly), versions },
      new Date('2026-02-10T00:00Z'),
      new Date('2026-02-17T00:00Z'),
    );
    expect(shifts.map(lineIn('UTC'))).toEqual([
      '3 D 02-09 14:00 02-16 09:00',
      '4 A 02-16 09:00 02-23 09:00',
    ]);
  });

  it('a holiday that is entered in the middle of its day waits', () => {
    const versions = historyOf(weekly, [
      { plan: withHolidays, now: '2026-11-26T12:00Z' },
    ]);
    const { shifts } = resolve(
      { ...stateOf(weekly), versions },
      new Date('2026-11-26T12:00Z'),
      new Date('2026-11-27T12:00Z'),
    );
    expect(shifts.map(lineIn())).toEqual(['44 A 11-23 09:00 11-30 09:00']);
  });

  it('who has the holiday when a version begins keeps it', () => {
    const plan: RotationPlan = {
      ...weekly,
      holidays: {
        rule: 'next-in-sequence',
        dates: [{ date: '2026-09-07', name: 'Labor Day' }],
      },
    };
    const versions = historyOf(plan, [
      { plan: { ...plan, members: [A, B, D, C] }, now: '2026-09-02T12:00Z' },
    ]);
    const { shifts } = resolve(
      { ...stateOf(plan), versions },
      new Date('2026-09-07T05:00Z'),
      new Date('2026-09-08T12:00Z'),
    );
    expect(shifts.map(lineIn())).toEqual([
      '32 C 09-07 00:00 09-07 09:00',
      '33 C 09-07 09:00 09-08 00:00',
      '33 B 09-08 00:00 09-14 09:00',
    ]);
  });

  it('refuses a plan without members, and an invalid date', () => {
    const versions = [firstVersion(weekly)];
    expect(() => nextVersion(versions, only(), { now: new Date(now) })).toThrow(
      new RangeError('members is empty; a rotation needs at least one'),
    );
    expect(() =>
      nextVersion(versions, weekly, { now: new Date('soon') }),
    ).toThrow(new RangeError('The date is invalid'));
  });

  it('refuses versions out of order', () => {
    const [first, second] = historyOf(weekly, [{ plan: only(A), now }]);
    expect(() =>
      nextVersion([second, first], weekly, { now: new Date(now) }),
    ).toThrow('versions are out of order');
  });
});
