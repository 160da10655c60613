import { away, cover } from '../__testUtils__/exampleChanges';
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

describe('the cover layer', () => {
  it.each<DutyCase>([
    {
      sentence: 'emergency at 03:00: the next in rotation covers to 09:00',
      state: stateOf(weekly, { covers: [cover({ reason: 'ill' })] }),
      from: '2026-03-02T14:00Z',
      to: '2026-03-09T13:00Z',
      expected: [
        '6 C 03-02 09:00 03-03 03:00',
        '6 D 03-03 03:00 03-03 09:00',
        '6 C 03-03 09:00 03-09 09:00',
      ],
      text: {
        line: 1,
        is: 'Data Engineer D, because Data Engineer D covers for Data Engineer C from 3 Mar 03:00 to 3 Mar 09:00 (ill)',
      },
    },
    {
      sentence: 'cover over several shifts moves no boundary',
      state: stateOf(weekly, {
        covers: [cover({ to: new Date('2026-03-10T04:00Z') })],
      }),
      from: '2026-03-02T14:00Z',
      to: '2026-03-16T13:00Z',
      expected: [
        '6 C 03-02 09:00 03-03 03:00',
        '6 D 03-03 03:00 03-09 09:00',
        // Shift 7 is D's own.
        '7 D 03-09 09:00 03-16 09:00',
      ],
    },
    {
      sentence: 'of two covers the last accepted wins',
      state: stateOf(weekly, {
        covers: [
          cover({
            id: 'cover-2',
            by: A,
            createdBy: B,
            from: new Date('2026-03-03T10:00Z'),
            to: new Date('2026-03-03T12:00Z'),
            createdAt: new Date('2026-03-03T09:00:30Z'),
          }),
          cover(),
        ],
      }),
      from: '2026-03-03T08:00Z',
      to: '2026-03-03T14:00Z',
      expected: [
        '6 D 03-03 03:00 03-03 05:00',
        '6 A 03-03 05:00 03-03 07:00',
        '6 D 03-03 07:00 03-03 09:00',
      ],
      text: {
        line: 1,
        is: 'Data Engineer A, because Data Engineer A covers for Data Engineer D from 3 Mar 05:00 to 3 Mar 07:00, arranged by Data Engineer B',
      },
    },
    {
      sentence: 'a cover that is entered late begins when it was entered',
      state: stateOf(weekly, {
        covers: [cover({ createdAt: new Date('2026-03-03T09:10:40Z') })],
      }),
      from: '2026-03-03T08:00Z',
      to: '2026-03-03T13:00Z',
      expected: ['6 C 03-02 09:00 03-03 04:10', '6 D 03-03 04:10 03-03 09:00'],
    },
    {
      sentence: 'cover fills the gap when everyone was away',
      state: stateOf(withHolidays, {
        absences: [A, B, C, D].map(who =>
          away(who, '2026-11-26', '2026-11-26'),
        ),
        covers: [
          cover({
            from: new Date('2026-11-26T15:00Z'),
            to: new Date('2026-11-27T15:00Z'),
          }),
        ],
      }),
      from: '2026-11-26T12:00Z',
      to: '2026-11-27T16:00Z',
      expected: [
        '44 nobody 11-26 00:00 11-26 10:00',
        '44 D 11-26 10:00 11-27 00:00',
        '44 D 11-27 00:00 11-27 10:00',
        '44 A 11-27 10:00 11-30 09:00',
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
