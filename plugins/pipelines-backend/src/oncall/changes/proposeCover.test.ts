import { away } from '../__testUtils__/exampleChanges';
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
import { proposeCover } from './proposeCover';

describe('proposeCover', () => {
  const emergency = new Date('2026-03-03T08:00:40Z');

  it.each([
    {
      sentence: 'emergency at 03:00: the next in rotation, to the shift’s end',
      state: stateOf(weekly),
      at: emergency,
      expected: ['2026-03-03T08:00', '2026-03-09T13:00', D, []],
    },
    {
      sentence: 'the next is away: the one after',
      state: stateOf(weekly, {
        absences: [{ ...away(D, '2026-03-05'), createdAt: new Date(0) }],
      }),
      at: emergency,
      expected: ['2026-03-03T08:00', '2026-03-09T13:00', A, [D]],
    },
    {
      sentence: 'from a later time',
      state: stateOf(weekly),
      at: new Date('2026-03-04T12:30:00Z'),
      expected: ['2026-03-04T12:30', '2026-03-09T13:00', D, []],
    },
    {
      sentence: 'never from the past',
      state: stateOf(weekly),
      at: new Date('2026-01-20T00:00:00Z'),
      expected: ['2026-03-03T08:00', '2026-03-09T13:00', D, []],
    },
    {
      sentence: 'who has the holiday is covered to its end',
      state: stateOf(withHolidays),
      at: new Date('2026-12-24T12:00:00Z'),
      expected: ['2026-12-24T12:00', '2026-12-26T05:00', C, []],
    },
  ])('$sentence', ({ state, at, expected }) => {
    const proposal = proposeCover(state, at, { now: emergency });
    expect(
      proposal.kind === 'cover' && [
        proposal.from.toISOString().slice(0, 16),
        proposal.to.toISOString().slice(0, 16),
        proposal.by,
        proposal.passedOver,
      ],
    ).toEqual(expected);
  });

  it('says that there will be a gap if nobody is free', () => {
    const proposal = proposeCover(stateOf(weekly), emergency, {
      now: emergency,
      unavailable: [A, B, D],
    });
    expect(proposal.kind === 'uncovered' && lineIn()(proposal.gap)).toBe(
      '6 nobody 03-03 03:00 03-09 09:00',
    );
    expect(proposal).toMatchObject({
      gap: {
        away: [C, D, A, B],
        toldLevel: 2,
        text: 'Nobody has duty from 3 Mar 03:00 to 9 Mar 09:00 (America/New_York), because Data Engineer C, Data Engineer D, Data Engineer A and Data Engineer B are not available; level 2 is told',
      },
    });
  });

  it('has nothing to cover before the rotation begins', () => {
    const before = new Date('2025-06-01T00:00Z');
    expect(proposeCover(stateOf(weekly), before, { now: before })).toEqual({
      kind: 'none',
    });
  });
});
