import { away, swap } from '../__testUtils__/exampleChanges';
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

describe('the swap layer', () => {
  it.each<DutyCase>([
    {
      sentence: 'vacation: the member swaps with the next person in rotation',
      state: stateOf(weekly, {
        absences: [away(A, '2026-12-22', '2026-12-29')],
        swaps: [swap()],
      }),
      from: '2026-12-21T14:00Z',
      to: '2027-01-11T14:00Z',
      expected: [
        '48 B 12-21 09:00 12-28 09:00',
        '49 A 12-28 09:00 01-04 09:00',
        '50 C 01-04 09:00 01-11 09:00',
      ],
      text: {
        line: 0,
        is: 'Data Engineer B, because Data Engineer A is away 22–29 Dec and swapped with Data Engineer B, agreed by Data Engineer B on 3 Dec',
      },
    },
    {
      sentence: 'B declines: only accepted swaps are given, and A keeps duty',
      state: stateOf(weekly, {
        absences: [away(A, '2026-12-22', '2026-12-29')],
      }),
      from: '2026-12-21T14:00Z',
      to: '2026-12-28T14:00Z',
      expected: ['48 A 12-21 09:00 12-28 09:00'],
    },
    {
      sentence: 'a swap of a swap: B gives what came from A on to C',
      state: stateOf(weekly, {
        swaps: [
          swap({
            id: 'swap-2',
            shifts: [48, 50],
            members: [B, C],
            answeredBy: C,
            answeredAt: new Date('2026-12-04T15:00Z'),
          }),
          swap(),
        ],
      }),
      from: '2026-12-21T14:00Z',
      to: '2027-01-11T14:00Z',
      expected: [
        '48 C 12-21 09:00 12-28 09:00',
        '49 A 12-28 09:00 01-04 09:00',
        '50 B 01-04 09:00 01-11 09:00',
      ],
    },
    {
      sentence: 'a swap leaves the holiday with the third person who has it',
      state: stateOf(withHolidays, {
        swaps: [swap({ members: [A, D], shifts: [48, 51], answeredBy: D })],
      }),
      from: '2026-12-21T14:00Z',
      to: '2026-12-28T14:00Z',
      expected: [
        '48 D 12-21 09:00 12-24 00:00',
        '48 B 12-24 00:00 12-26 00:00',
        '48 D 12-26 00:00 12-28 09:00',
      ],
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
