import { away } from '../__testUtils__/exampleChanges';
import {
  A,
  B,
  C,
  D,
  stateOf,
  weekly,
  withHolidays,
} from '../__testUtils__/exampleRotation';
import { DutyCase, dutyOf } from '../__testUtils__/dutyOf';

describe('the holiday layer', () => {
  it.each<DutyCase>([
    {
      sentence: 'Thanksgiving: rotate responsibility to the next in sequence',
      state: stateOf(withHolidays),
      from: '2026-11-23T14:00Z',
      to: '2026-11-30T14:00Z',
      expected: [
        '44 A 11-23 09:00 11-26 00:00',
        '44 B 11-26 00:00 11-27 00:00',
        '44 A 11-27 00:00 11-30 09:00',
      ],
      text: {
        line: 1,
        is: 'Data Engineer B, because 26 Nov is Thanksgiving and duty moves from Data Engineer A to the next in sequence',
      },
    },
    {
      sentence:
        'Christmas and New Year: adjacent holidays stay with one person',
      state: stateOf(withHolidays),
      from: '2026-12-21T14:00Z',
      to: '2027-01-04T14:00Z',
      expected: [
        '48 A 12-21 09:00 12-24 00:00',
        '48 B 12-24 00:00 12-26 00:00',
        '48 A 12-26 00:00 12-28 09:00',
        '49 B 12-28 09:00 01-01 00:00',
        '49 C 01-01 00:00 01-02 00:00',
        '49 B 01-02 00:00 01-04 09:00',
      ],
      text: {
        line: 1,
        is: 'Data Engineer B, because 24–25 Dec are Christmas Eve and Christmas Day and duty moves from Data Engineer A to the next in sequence',
      },
    },
    {
      sentence: 'A away over a holiday: the absence alone moves no other day',
      state: stateOf(withHolidays, {
        absences: [away(A, '2026-11-25', '2026-11-27')],
      }),
      from: '2026-11-23T14:00Z',
      to: '2026-11-30T14:00Z',
      expected: [
        '44 A 11-23 09:00 11-26 00:00',
        '44 B 11-26 00:00 11-27 00:00',
        '44 A 11-27 00:00 11-30 09:00',
      ],
    },
    {
      sentence: 'A and B both away on a holiday: the one after',
      state: stateOf(withHolidays, {
        absences: [
          away(A, '2026-11-25', '2026-11-27'),
          away(B, '2026-11-26', '2026-11-26'),
        ],
      }),
      from: '2026-11-26T12:00Z',
      to: '2026-11-26T13:00Z',
      expected: ['44 C 11-26 00:00 11-27 00:00'],
      text: {
        line: 0,
        is: 'Data Engineer C, because 26 Nov is Thanksgiving and duty moves from Data Engineer A to the next in sequence (Data Engineer B is away)',
      },
    },
    {
      sentence: 'B away on the second of two holidays: one who is free on both',
      state: stateOf(withHolidays, {
        absences: [away(B, '2026-12-25', '2026-12-25')],
      }),
      from: '2026-12-24T12:00Z',
      to: '2026-12-25T12:00Z',
      expected: ['48 C 12-24 00:00 12-26 00:00'],
    },
    {
      sentence: 'nobody free on both of two holidays: each day on its own',
      state: stateOf(withHolidays, {
        absences: [
          away(A, '2026-12-20', '2026-12-29'),
          away(B, '2026-12-25', '2026-12-25'),
          away(C, '2026-12-24', '2026-12-24'),
          away(D, '2026-12-24', '2026-12-25'),
        ],
      }),
      from: '2026-12-24T12:00Z',
      to: '2026-12-25T12:00Z',
      expected: [
        '48 B 12-24 00:00 12-25 00:00',
        '48 C 12-25 00:00 12-26 00:00',
      ],
    },
    {
      sentence: 'all others away: duty stays',
      state: stateOf(withHolidays, {
        absences: [B, C, D].map(who => away(who, '2026-11-26', '2026-11-26')),
      }),
      from: '2026-11-26T12:00Z',
      to: '2026-11-26T13:00Z',
      expected: ['44 A 11-26 00:00 11-27 00:00'],
    },
    {
      sentence: 'everyone away: nobody, and that is said',
      state: stateOf(withHolidays, {
        absences: [A, B, C, D].map(who =>
          away(who, '2026-11-26', '2026-11-26'),
        ),
      }),
      from: '2026-11-26T12:00Z',
      to: '2026-11-26T13:00Z',
      expected: ['44 nobody 11-26 00:00 11-27 00:00'],
      text: {
        line: 0,
        is: 'nobody, because 26 Nov is Thanksgiving and Data Engineer B, Data Engineer C, Data Engineer D and Data Engineer A are away',
      },
    },
    {
      sentence: 'handoff on a holiday: neither who comes nor who goes has it',
      state: stateOf({
        ...weekly,
        holidays: {
          rule: 'next-in-sequence',
          dates: [{ date: '2026-09-07', name: 'Labor Day' }],
        },
      }),
      from: '2026-09-07T00:00Z',
      to: '2026-09-09T00:00Z',
      expected: [
        '32 A 08-31 09:00 09-07 00:00',
        '32 C 09-07 00:00 09-07 09:00',
        '33 C 09-07 09:00 09-08 00:00',
        '33 B 09-08 00:00 09-14 09:00',
      ],
    },
    {
      sentence: 'a team whose rule is none keeps duty on holidays',
      state: stateOf({
        ...withHolidays,
        holidays: { rule: 'none', dates: withHolidays.holidays?.dates ?? [] },
      }),
      from: '2026-11-23T14:00Z',
      to: '2026-11-30T14:00Z',
      expected: ['44 A 11-23 09:00 11-30 09:00'],
    },
  ])('$sentence', example => {
    const { expected, text } = example;
    expect(dutyOf(example)).toEqual({
      expected,
      disagreeing: [],
      ...(text && { text }),
    });
  });
});
