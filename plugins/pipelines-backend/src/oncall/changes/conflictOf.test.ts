import { A, B, C, D } from '../__testUtils__/exampleRotation';
import { Change, conflictOf, ProposedSwap } from './conflictOf';
import { Cover } from './cover';
import { AcceptedSwap } from './swap';

const now = new Date('2026-12-01T12:00Z');

const accepted = (
  id: string,
  shifts: [number, number],
  members: [string, string],
  answeredAt = '2026-11-01T00:00Z',
): AcceptedSwap => ({
  id,
  state: 'accepted',
  shifts,
  members,
  requestedBy: members[0],
  answeredBy: members[1],
  answeredAt: new Date(answeredAt),
});

describe('conflictOf', () => {
  const open = (
    id: string,
    shifts: [number, number],
    members: [string, string],
  ): ProposedSwap => ({ id, state: 'proposed', shifts, members });
  const cover = (id: string, by: string, from: string, to: string): Cover => ({
    id,
    by,
    from: new Date(from),
    to: new Date(to),
    createdBy: by,
    createdAt: now,
  });

  it.each<{
    sentence: string;
    change: Change;
    existing: Change[];
    expected: string | undefined;
  }>([
    {
      sentence: 'two people swap the same week: the first is in the way',
      change: open('2', [48, 50], [A, C]),
      existing: [open('1', [48, 49], [A, B])],
      expected: '1',
    },
    {
      sentence: 'also if it is the shift in return',
      change: open('2', [51, 49], [D, B]),
      existing: [open('1', [48, 49], [A, B])],
      expected: '1',
    },
    {
      sentence: 'an accepted swap has given the shift to someone else',
      change: open('2', [48, 50], [A, C]),
      existing: [accepted('1', [48, 49], [A, B])],
      expected: '1',
    },
    {
      sentence: 'a swap of a swap, by who has the shift now, is none',
      change: open('2', [48, 50], [B, C]),
      existing: [accepted('1', [48, 49], [A, B])],
      expected: undefined,
    },
    {
      sentence: 'of several accepted ones the last says who has the shift',
      change: open('3', [48, 51], [B, D]),
      existing: [
        accepted('2', [48, 50], [B, C], '2026-11-02T00:00Z'),
        accepted('1', [48, 49], [A, B]),
      ],
      expected: '2',
    },
    {
      sentence: 'other shifts do not matter',
      change: open('2', [50, 51], [C, D]),
      existing: [open('1', [48, 49], [A, B])],
      expected: undefined,
    },
    {
      sentence: 'a change is not in its own way',
      change: open('1', [48, 49], [A, B]),
      existing: [open('1', [48, 49], [A, B])],
      expected: undefined,
    },
    {
      sentence: 'the same person covers the same time twice',
      change: cover('2', B, '2026-12-02T00:00Z', '2026-12-03T00:00Z'),
      existing: [cover('1', B, '2026-12-02T12:00Z', '2026-12-04T00:00Z')],
      expected: '1',
    },
    {
      sentence: 'covers that touch do not overlap',
      change: cover('2', B, '2026-12-02T00:00Z', '2026-12-03T00:00Z'),
      existing: [cover('1', B, '2026-12-03T00:00Z', '2026-12-04T00:00Z')],
      expected: undefined,
    },
    {
      sentence: 'another person may cover over a cover',
      change: cover('2', C, '2026-12-02T00:00Z', '2026-12-03T00:00Z'),
      existing: [cover('1', B, '2026-12-02T12:00Z', '2026-12-04T00:00Z')],
      expected: undefined,
    },
  ])('$sentence', ({ change, existing, expected }) => {
    expect(conflictOf(change, existing)).toBe(expected);
  });
});
