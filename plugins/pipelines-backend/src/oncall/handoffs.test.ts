import {
  A,
  B,
  C,
  D,
  nameOf,
  stateOf,
  weekly,
} from './__testUtils__/exampleRotation';
import { handoffs } from './handoffs';
import { RotationPlan } from './rotationPlan';
import { RotationState } from './roster';

const plan: RotationPlan = {
  ...weekly,
  holidays: {
    rule: 'next-in-sequence',
    dates: [
      { date: '2026-09-07', name: 'Labor Day' },
      { date: '2026-12-25', name: 'Christmas Day' },
    ],
  },
};

const linesOf = (state: RotationState, from: string, to: string) =>
  handoffs(state, new Date(from), new Date(to)).map(handoff =>
    [
      handoff.number,
      `${nameOf(handoff.from).slice(-1)}>${nameOf(handoff.to).slice(-1)}`,
      handoff.at.toISOString().slice(0, 16),
      handoff.meeting.start.toISOString().slice(5, 16),
      handoff.meeting.end.toISOString().slice(11, 16),
      handoff.movedFor?.name ?? '',
      handoff.stoodIn.map(ref => nameOf(ref).slice(-1)).join(),
    ]
      .join(' ')
      .trimEnd(),
  );

const swapped = (shifts: [number, number], members: [string, string]) => ({
  id: '1',
  state: 'accepted' as const,
  shifts,
  members,
  requestedBy: members[0],
  answeredBy: members[1],
  answeredAt: new Date('2026-01-20T00:00Z'),
});

describe('handoffs', () => {
  it.each([
    {
      sentence: 'thirty minutes at each boundary, and none where duty begins',
      state: stateOf(plan),
      from: '2026-01-19T00:00Z',
      to: '2026-02-03T00:00Z',
      expected: [
        '1 A>B 2026-01-26T14:00 01-26T14:00 14:30',
        '2 B>C 2026-02-02T14:00 02-02T14:00 14:30',
      ],
    },
    {
      sentence: 'on a holiday, the same time of the next working day',
      state: stateOf(plan),
      from: '2026-09-07T00:00Z',
      to: '2026-09-08T00:00Z',
      expected: ['33 A>B 2026-09-07T13:00 09-08T13:00 13:30 Labor Day C'],
    },
    {
      sentence: 'a holiday before a weekend: on Monday',
      state: stateOf({ ...plan, start: '2026-01-02' }),
      from: '2026-12-25T00:00Z',
      to: '2026-12-26T00:00Z',
      expected: ['51 C>D 2026-12-25T14:00 12-28T14:00 14:30 Christmas Day A'],
    },
    {
      sentence: 'another length',
      state: stateOf({ ...plan, meetingMinutes: 15 }),
      from: '2026-01-26T00:00Z',
      to: '2026-01-27T00:00Z',
      expected: ['1 A>B 2026-01-26T14:00 01-26T14:00 14:15'],
    },
    {
      sentence: 'after a swap, between those who swapped',
      state: stateOf(plan, { swaps: [swapped([4, 5], [A, B])] }),
      from: '2026-02-16T00:00Z',
      to: '2026-03-03T00:00Z',
      expected: [
        '4 D>B 2026-02-16T14:00 02-16T14:00 14:30',
        '5 B>A 2026-02-23T14:00 02-23T14:00 14:30',
        '6 A>C 2026-03-02T14:00 03-02T14:00 14:30',
      ],
    },
    {
      sentence: 'names who stood in',
      state: stateOf(plan, {
        covers: [
          {
            id: '1',
            from: new Date('2026-02-20T08:00Z'),
            to: new Date('2026-02-20T12:00Z'),
            by: D,
            createdBy: D,
            createdAt: new Date('2026-02-20T08:00Z'),
          },
        ],
      }),
      from: '2026-02-23T00:00Z',
      to: '2026-02-24T00:00Z',
      expected: ['5 A>B 2026-02-23T14:00 02-23T14:00 14:30  D'],
    },
    {
      sentence: 'none in a rotation of one',
      state: stateOf({ ...plan, members: [C] }),
      from: '2026-01-19T00:00Z',
      to: '2026-03-03T00:00Z',
      expected: [],
    },
  ])('$sentence', ({ state, from, to, expected }) => {
    expect(linesOf(state, from, to)).toEqual(expected);
  });

  it('has none where a swap joins two shifts of one person', () => {
    // Shift 4 is A's, and so is 5 then.
    const state = stateOf(plan, { swaps: [swapped([5, 8], [B, A])] });
    expect(linesOf(state, '2026-02-23T00:00Z', '2026-02-24T00:00Z')).toEqual(
      [],
    );
  });
});
