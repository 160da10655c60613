import { A, B, shift, swap, thanksgivingWeek } from '../__testUtils__';
import {
  afterSwap,
  holderOf,
  holidayMoves,
  joined,
  planDay,
  Schedule,
  shiftsAhead,
  shortNames,
} from './index';

const schedule = (changes: Partial<Schedule> = {}): Schedule => ({
  timeZone: 'America/New_York',
  shifts: [shift(-1), ...thanksgivingWeek(), shift(1)],
  gaps: [],
  swaps: [],
  ...changes,
});

describe('planDay', () => {
  it('splits the day of a handoff by the hour: 9 of 24, and 15 of 24', () => {
    const { parts, marks } = planDay('2026-11-23', schedule());
    expect(parts.map(({ primary, share }) => [primary, share])).toEqual([
      [B, 9 / 24],
      [A, 15 / 24],
    ]);
    expect(marks).toEqual([]);
  });

  it('names the holiday, and says that all watch', () => {
    const { parts, marks } = planDay('2026-11-26', schedule());
    expect(parts).toMatchObject([{ primary: B, share: 1 }]);
    expect(marks.map(({ text }) => text)).toEqual([
      'Thanksgiving',
      'all watch',
    ]);
  });

  it('marks a swap that is asked for on the first day of each shift', () => {
    const asked = schedule({ swaps: [swap()], shifts: [shift(2), shift(3)] });
    const first = planDay('2026-12-07', asked);
    const second = planDay('2026-12-08', asked);
    expect(first.marks.map(({ text }) => text)).toEqual(['swap asked']);
    expect([second.marks, second.isSwapAsked]).toEqual([[], true]);
  });

  it('marks a swap that was made once, not each day', () => {
    const reasons = [
      ...shift(1).reasons,
      { type: 'swap' as const, text: 'swapped', changeId: '1', outgoing: B },
    ];
    const made = schedule({
      shifts: [shift(0), { ...shift(1), primary: A, reasons }],
    });
    const marksOn = (date: string) =>
      planDay(date, made).marks.map(({ text }) => text);
    expect(marksOn('2026-11-30')).toEqual(['swapped']);
    expect(marksOn('2026-12-01')).toEqual([]);
  });

  it('shows a gap as nobody', () => {
    const gap = {
      number: 47,
      start: '2026-12-01T05:00:00.000Z',
      end: '2026-12-02T05:00:00.000Z',
      text: 'all are away',
    };
    const { parts, marks } = planDay(
      '2026-12-01',
      schedule({ shifts: [], gaps: [gap] }),
    );
    expect(parts).toEqual([{ primary: undefined, share: 1, shifts: [], gap }]);
    expect(marks).toEqual([{ type: 'gap', text: 'nobody' }]);
  });

  it('gives a whole day also when the clocks change', () => {
    const sunday = { ...shift(0), start: '2026-11-01T04:00:00Z' };
    const { parts } = planDay('2026-11-01', schedule({ shifts: [sunday] }));
    expect(parts.map(({ share }) => share)).toEqual([1]);
  });
});

describe('shiftsAhead', () => {
  it('makes stretches whole again, and leaves out what has begun', () => {
    const before = Date.parse('2026-11-22T00:00:00Z');
    const shifts = [...thanksgivingWeek(), shift(1)];
    expect(shiftsAhead({ shifts, gaps: [] }, before)).toEqual([
      {
        number: 46,
        start: shift(0).start,
        end: shift(0).end,
        member: A,
      },
      {
        number: 47,
        start: shift(1).start,
        end: shift(1).end,
        member: B,
      },
    ]);
    const later = Date.parse('2026-11-24T00:00:00Z');
    expect(
      shiftsAhead({ shifts, gaps: [] }, later).map(({ number }) => number),
    ).toEqual([47]);
  });

  it('reaches over a gap at the edge of a shift', () => {
    const gap = {
      number: 47,
      start: shift(1).end,
      end: shift(2).start,
      text: '',
    };
    const wide = { ...gap, end: '2026-12-08T00:00:00.000Z' };
    const [whole] = shiftsAhead({ shifts: [shift(1)], gaps: [wide] }, 0);
    expect(whole.end).toBe(wide.end);
  });
});

describe('what a change does', () => {
  it('knows who moves on a holiday', () => {
    expect([...holidayMoves(thanksgivingWeek())]).toEqual([
      ['2026-11-26', { from: A, to: B }],
    ]);
  });

  it('knows whose shift a holiday lies in', () => {
    expect(thanksgivingWeek().map(holderOf)).toEqual([A, A, A]);
  });

  it('exchanges two shifts, and leaves the holiday where it is', () => {
    const week = thanksgivingWeek();
    const [own, other] = [week[0], shift(1)].map(
      ({ number, start, end, primary: member }) => ({
        number,
        start,
        end,
        member,
      }),
    );
    const { before, after } = afterSwap([...week, shift(1), shift(2)], {
      shifts: [own, other],
    });
    expect(before.map(({ primary }) => primary)).toEqual([A, B, A, B]);
    expect(after.map(({ primary }) => primary)).toEqual([B, B, B, A]);
  });

  it('joins stretches that are alike and touch', () => {
    const [one, , three] = thanksgivingWeek();
    const touching = { ...three, start: one.end };
    expect(joined([one, touching], () => true)).toEqual([
      { ...one, end: three.end },
    ]);
    expect(joined([one, three], () => true)).toHaveLength(2);
    expect(joined([one, touching], () => false)).toHaveLength(2);
  });
});

describe('shortNames', () => {
  it.each([
    [
      ['Data Engineer A', 'Data Engineer B'],
      ['A', 'B'],
    ],
    [
      ['Ada Lovelace', 'Grace Hopper'],
      ['Ada', 'Grace'],
    ],
    [
      ['Ada Lovelace', 'Ada Byron', 'Grace Hopper'],
      ['Ada Lovelace', 'Ada Byron', 'Grace'],
    ],
    [['Ada Lovelace'], ['Ada']],
    [
      ['Ada', 'Ada'],
      ['Ada', 'Ada'],
    ],
    [[], []],
  ])('of %j are %j', (names, short) => {
    expect(shortNames(names)).toEqual(short);
  });
});
