import { RotationPlan } from './rotationPlan';
import { Shift } from './shift';
import { onCall, shiftAt, shifts, whoAt } from './shifts';

const A = 'user:default/engineer-a';
const B = 'user:default/engineer-b';
const C = 'user:default/engineer-c';
const D = 'user:default/engineer-d';

/** Mondays at 09:00 in New York, from 5 January 2026. */
const weekly: RotationPlan = {
  members: [A, B, C, D],
  type: 'weekly',
  length: 1,
  start: '2026-01-05',
  handoffTime: '09:00',
  timeZone: 'America/New_York',
};

function daily(timeZone: string, start: string): RotationPlan {
  return {
    members: [A, B, C],
    type: 'daily',
    length: 1,
    start,
    handoffTime: '00:00',
    timeZone,
  };
}

const hours = ({ start, end }: Shift) =>
  (end.getTime() - start.getTime()) / 3_600_000;

/** A shift as a line: number, member, and its time in UTC. */
const line = ({ number, primary, start, end }: Shift) =>
  [
    number,
    primary.slice(-1).toUpperCase(),
    start.toISOString().slice(0, 16),
    end.toISOString().slice(0, 16),
  ].join(' ');

describe('shifts', () => {
  it.each([
    {
      sentence: 'week 1 A, week 2 B, week 3 C, week 4 D, and again A',
      plan: weekly,
      from: '2026-01-05T14:00Z',
      to: '2026-02-09T14:00Z',
      expected: [
        '0 A 2026-01-05T14:00 2026-01-12T14:00',
        '1 B 2026-01-12T14:00 2026-01-19T14:00',
        '2 C 2026-01-19T14:00 2026-01-26T14:00',
        '3 D 2026-01-26T14:00 2026-02-02T14:00',
        '4 A 2026-02-02T14:00 2026-02-09T14:00',
      ],
    },
    {
      sentence: 'a span inside one shift gives that shift, not cut',
      plan: weekly,
      from: '2026-01-14T00:00Z',
      to: '2026-01-15T00:00Z',
      expected: ['1 B 2026-01-12T14:00 2026-01-19T14:00'],
    },
    {
      sentence: 'the last millisecond of a shift belongs to it',
      plan: weekly,
      from: '2026-01-12T13:59:59.999Z',
      to: '2026-01-12T14:00:00.001Z',
      expected: [
        '0 A 2026-01-05T14:00 2026-01-12T14:00',
        '1 B 2026-01-12T14:00 2026-01-19T14:00',
      ],
    },
    {
      sentence: 'a span that begins and ends at handoffs touches no neighbour',
      plan: weekly,
      from: '2026-01-12T14:00Z',
      to: '2026-01-19T14:00Z',
      expected: ['1 B 2026-01-12T14:00 2026-01-19T14:00'],
    },
    {
      sentence: 'a span from before the start begins with shift 0',
      plan: weekly,
      from: '2025-06-01T00:00Z',
      to: '2026-01-06T00:00Z',
      expected: ['0 A 2026-01-05T14:00 2026-01-12T14:00'],
    },
    {
      sentence: 'a span before the start has no shifts',
      plan: weekly,
      from: '2025-06-01T00:00Z',
      to: '2026-01-05T14:00Z',
      expected: [],
    },
    {
      sentence: 'an empty span has no shifts',
      plan: weekly,
      from: '2026-01-14T00:00Z',
      to: '2026-01-14T00:00Z',
      expected: [],
    },
    {
      sentence: 'a rotation of one hands over to the same person',
      plan: { ...weekly, members: [C] },
      from: '2026-01-05T14:00Z',
      to: '2026-01-19T14:00Z',
      expected: [
        '0 C 2026-01-05T14:00 2026-01-12T14:00',
        '1 C 2026-01-12T14:00 2026-01-19T14:00',
      ],
    },
    {
      sentence: 'a shift of two weeks is one shift',
      plan: { ...weekly, length: 2 },
      from: '2026-01-13T00:00Z',
      to: '2026-02-03T00:00Z',
      expected: [
        '0 A 2026-01-05T14:00 2026-01-19T14:00',
        '1 B 2026-01-19T14:00 2026-02-02T14:00',
        '2 C 2026-02-02T14:00 2026-02-16T14:00',
      ],
    },
    {
      sentence: 'Havana skips midnight on 8 March: that handoff is at 01:00',
      plan: daily('America/Havana', '2026-03-07'),
      from: '2026-03-07T05:00Z',
      to: '2026-03-10T00:00Z',
      expected: [
        '0 A 2026-03-07T05:00 2026-03-08T05:00',
        '1 B 2026-03-08T05:00 2026-03-09T04:00',
        '2 C 2026-03-09T04:00 2026-03-10T04:00',
      ],
    },
    {
      sentence: 'Lord Howe changes by half an hour',
      plan: daily('Australia/Lord_Howe', '2026-10-03'),
      from: '2026-10-03T00:00Z',
      to: '2026-10-04T13:00Z',
      expected: [
        '0 A 2026-10-02T13:30 2026-10-03T13:30',
        '1 B 2026-10-03T13:30 2026-10-04T13:00',
      ],
    },
    {
      sentence: 'Apia left out 30 December: B loses that turn, no one else',
      plan: daily('Pacific/Apia', '2011-12-29'),
      from: '2011-12-29T10:00Z',
      to: '2011-12-31T11:00Z',
      expected: [
        '0 A 2011-12-29T10:00 2011-12-30T10:00',
        '2 C 2011-12-30T10:00 2011-12-31T10:00',
        '3 A 2011-12-31T10:00 2012-01-01T10:00',
      ],
    },
    {
      sentence: 'with a handoff at 09:00 the shift of the lost day is shorter',
      plan: { ...daily('Pacific/Apia', '2011-12-29'), handoffTime: '09:00' },
      from: '2011-12-29T19:00Z',
      to: '2011-12-30T20:00Z',
      expected: [
        '0 A 2011-12-29T19:00 2011-12-30T10:00',
        '1 B 2011-12-30T10:00 2011-12-30T19:00',
        '2 C 2011-12-30T19:00 2011-12-31T19:00',
      ],
    },
  ])('$sentence', ({ plan, from, to, expected }) => {
    expect(shifts(plan, new Date(from), new Date(to)).map(line)).toEqual(
      expected,
    );
  });

  it.each([
    { sentence: 'spring', at: '2026-03-05', length: 167 },
    { sentence: 'autumn', at: '2026-10-30', length: 169 },
    { sentence: 'summer', at: '2026-07-01', length: 168 },
  ])('a week in $sentence has $length hours', ({ at, length }) => {
    const shift = whoAt(weekly, new Date(at));
    expect(shift && hours(shift)).toBe(length);
  });

  it('refuses an invalid date', () => {
    const invalid = new Date('yesterday');
    const valid = new Date('2026-01-05');
    expect(() => shifts(weekly, invalid, valid)).toThrow(RangeError);
    expect(() => shifts(weekly, valid, invalid)).toThrow(RangeError);
  });
});

describe('whoAt', () => {
  it.each([
    [
      'nobody, a millisecond before it begins',
      '2026-01-05T13:59:59.999Z',
      undefined,
    ],
    ['A, when it begins', '2026-01-05T14:00Z', A],
    ['A, to the last millisecond', '2026-01-12T13:59:59.999Z', A],
    ['B, at the handoff', '2026-01-12T14:00Z', B],
    ['D, fifty times around later', '2029-11-28T00:00Z', D],
    ['B, a thousand years later', '3026-01-07T00:00Z', B],
  ])('%s', (_sentence, at, member) => {
    expect(whoAt(weekly, new Date(at))?.primary).toBe(member);
  });

  it('knows that a rotation begun in summer hands over an hour later in winter', () => {
    const plan = { ...weekly, start: '2026-07-06' };
    expect(whoAt(plan, new Date('2026-11-09T13:59Z'))?.number).toBe(17);
    expect(whoAt(plan, new Date('2026-11-09T14:00Z'))?.number).toBe(18);
  });

  it('says why', () => {
    expect(whoAt(weekly, new Date('2026-01-20'))?.reasons).toEqual([
      { type: 'sequence', text: 'weekly rotation, 3rd of 4 in sequence' },
    ]);
  });

  it('gives the first instant after the lost day to the next day', () => {
    const apia = daily('Pacific/Apia', '2011-12-29');
    expect(whoAt(apia, new Date('2011-12-30T10:00Z'))?.number).toBe(2);
  });
});

describe('shiftAt', () => {
  it('is the shift with that number', () => {
    expect(shiftAt(weekly, 3)).toEqual(
      whoAt(weekly, new Date('2026-01-28T00:00Z')),
    );
  });

  it.each([-1, 0.5, NaN])('has none with the number %d', number => {
    expect(shiftAt(weekly, number)).toBeUndefined();
  });

  it('has none for a day that was left out', () => {
    expect(shiftAt(daily('Pacific/Apia', '2011-12-29'), 1)).toBeUndefined();
  });
});

describe('onCall', () => {
  it.each([
    {
      sentence: 'during a shift: its member, and the next in sequence',
      plan: weekly,
      at: '2026-01-28T00:00Z',
      current: 3,
      next: 4,
    },
    {
      sentence: 'before the rotation begins: nobody, and the first member',
      plan: weekly,
      at: '2025-12-24T00:00Z',
      current: undefined,
      next: 0,
    },
    {
      sentence: 'before a day that was left out: the day after it is next',
      plan: daily('Pacific/Apia', '2011-12-29'),
      at: '2011-12-30T00:00Z',
      current: 0,
      next: 2,
    },
    {
      sentence: 'a rotation meant to begin on the lost day begins after it',
      plan: daily('Pacific/Apia', '2011-12-30'),
      at: '2011-12-30T09:59Z',
      current: undefined,
      next: 1,
    },
  ])('$sentence', ({ plan, at, current, next }) => {
    const answer = onCall(plan, new Date(at));
    expect(answer.current?.number).toBe(current);
    expect(answer.next.number).toBe(next);
  });

  it('ends at the end of time', () => {
    expect(() => onCall(weekly, new Date(8.64e15))).toThrow(
      'No shift can follow +275760-09-13T00:00:00.000Z',
    );
  });
});
