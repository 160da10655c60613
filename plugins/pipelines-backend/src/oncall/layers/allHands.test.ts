import { cover } from '../__testUtils__/exampleChanges';
import { stateOf, withAllHandsWeek } from '../__testUtils__/exampleRotation';
import { DutyCase, dutyOf } from '../__testUtils__/dutyOf';

describe('the all-hands overlay', () => {
  it.each<DutyCase>([
    {
      sentence: 'last week of February: everyone watches, from the 22nd',
      state: stateOf(withAllHandsWeek),
      from: '2026-02-16T14:00Z',
      to: '2026-03-02T14:00Z',
      expected: [
        '4 A 02-16 09:00 02-22 00:00',
        '4 A 02-22 00:00 02-23 09:00 watched by bcd',
        '5 B 02-23 09:00 03-01 00:00 watched by acd',
        '5 B 03-01 00:00 03-02 09:00',
      ],
      text: {
        line: 1,
        is: 'everyone watches 22–28 Feb: Monthly investor report',
      },
    },
    {
      sentence: 'a month that ends inside a shift: watching ends at midnight',
      state: stateOf(withAllHandsWeek),
      from: '2026-12-28T14:00Z',
      to: '2027-01-04T14:00Z',
      expected: [
        '49 B 12-28 09:00 01-01 00:00 watched by acd',
        '49 B 01-01 00:00 01-04 09:00',
      ],
    },
    {
      sentence: 'who stands in is primary, and who is covered watches',
      state: stateOf(withAllHandsWeek, {
        covers: [
          cover({
            from: new Date('2026-02-24T08:00Z'),
            to: new Date('2026-02-24T14:00Z'),
            createdAt: new Date('2026-02-24T08:00Z'),
          }),
        ],
      }),
      from: '2026-02-24T10:00Z',
      to: '2026-02-24T11:00Z',
      expected: ['5 D 02-24 03:00 02-24 09:00 watched by abc'],
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
