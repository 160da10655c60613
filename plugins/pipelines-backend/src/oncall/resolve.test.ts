import { away, cover, swap } from './__testUtils__/exampleChanges';
import {
  A,
  B,
  C,
  D,
  lineIn,
  stateOf,
  weekly,
  withAllHandsWeek,
  withHolidays,
} from './__testUtils__/exampleRotation';
import { onCallResolved, resolve, whoAtResolved } from './resolve';

describe('resolve', () => {
  it('keeps all reasons in the order in which they took effect', () => {
    const state = stateOf(
      { ...withHolidays, allHands: [{ name: 'Investor report', days: 10 }] },
      {
        swaps: [swap()],
        covers: [
          cover({
            from: new Date('2026-12-23T05:00Z'),
            to: new Date('2026-12-26T05:00Z'),
          }),
        ],
      },
    );
    const types = resolve(
      state,
      new Date('2026-12-23T12:00Z'),
      new Date('2026-12-24T12:00Z'),
    ).shifts.map(({ reasons }) => reasons.map(({ type }) => type).join());
    expect(types).toEqual([
      'sequence,swap,cover,all-hands',
      'sequence,holiday,cover,all-hands',
    ]);
  });

  it('tells a gap: who, when, why, and that level 2 is told', () => {
    const everyone = [A, B, C, D];
    const { gaps } = resolve(
      stateOf(withHolidays, {
        absences: everyone.map(who => away(who, '2026-11-26', '2026-11-26')),
      }),
      new Date('2026-11-26T12:00Z'),
      new Date('2026-11-26T13:00Z'),
    );
    expect(gaps).toMatchObject([
      {
        away: [B, C, D, A],
        toldLevel: 2,
        text: 'Nobody has duty from 26 Nov 00:00 to 27 Nov 00:00 (America/New_York): nobody, because 26 Nov is Thanksgiving and Data Engineer B, Data Engineer C, Data Engineer D and Data Engineer A are away; level 2 is told',
      },
    ]);
  });

  it.each([
    {
      sentence: 'the shift is not theirs',
      change: swap({ members: [C, B] }),
      lapsed: [{ id: 'swap-1', shift: 48, why: 'other-holder' }],
    },
    {
      sentence: 'the shift was over when they agreed',
      change: swap({ answeredAt: new Date('2026-12-29T00:00Z') }),
      lapsed: [{ id: 'swap-1', shift: 48, why: 'over' }],
    },
    {
      sentence: 'there is no such shift',
      change: swap({ shifts: [-4, 49] }),
      lapsed: [{ id: 'swap-1', shift: -4, why: 'no-shift' }],
    },
    {
      sentence: 'who should take it is no member',
      change: swap({ members: [A, 'user:default/x'] }),
      lapsed: [
        { id: 'swap-1', shift: 48, why: 'left' },
        { id: 'swap-1', shift: 49, why: 'other-holder' },
      ],
    },
  ])('says that a swap has lapsed when $sentence', ({ change, lapsed }) => {
    const now = new Date('2026-12-22T00:00Z');
    const state = stateOf(weekly, { swaps: [change] });
    expect(resolve(state, now, now).lapsed).toEqual(lapsed);
  });

  it('refuses an invalid date', () => {
    const broken = new Date('soon');
    expect(() => resolve(stateOf(weekly), broken, new Date())).toThrow(
      new RangeError('The date is invalid'),
    );
    expect(() => whoAtResolved(stateOf(weekly), broken)).toThrow(RangeError);
  });
});

describe('onCallResolved', () => {
  it.each([
    {
      sentence: 'next is another person, not the next stretch of the same',
      state: stateOf(withAllHandsWeek),
      at: '2026-02-21T12:00Z',
      current: '4 A 02-16 09:00 02-22 00:00',
      next: '5 B 02-23 09:00 03-01 00:00 watched by acd',
    },
    {
      sentence: 'next is who takes the holiday',
      state: stateOf(withHolidays),
      at: '2026-11-25T12:00Z',
      current: '44 A 11-23 09:00 11-26 00:00',
      next: '44 B 11-26 00:00 11-27 00:00',
    },
    {
      sentence: 'in a rotation of one, the same again',
      state: stateOf({ ...weekly, members: [A] }),
      at: '2026-01-20T12:00Z',
      current: '0 A 01-19 09:00 01-26 09:00',
      next: '1 A 01-26 09:00 02-02 09:00',
    },
    {
      sentence: 'before the rotation begins, its first',
      state: stateOf(weekly),
      at: '2025-06-01T00:00Z',
      current: undefined,
      next: '0 A 01-19 09:00 01-26 09:00',
    },
  ])('$sentence', ({ state, at, current, next }) => {
    const found = onCallResolved(state, new Date(at));
    expect(found.current && lineIn()(found.current)).toBe(current);
    expect(lineIn()(found.next)).toBe(next);
  });
});
