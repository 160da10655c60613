import { coverOf, december, swapOf } from '../__testUtils__/changes';
import { touches } from './touches';

const swap = swapOf({ shifts: [3, 7] });

describe('touches', () => {
  it.each([
    {
      sentence: 'swaps that share a shift',
      a: swap,
      b: swapOf({ shifts: [1, 3] }),
      expected: true,
    },
    {
      sentence: 'swaps that share none, though one lies between the other',
      a: swap,
      b: swapOf({ shifts: [4, 5] }),
      expected: false,
    },
    {
      sentence: 'a swap and a cover over one of its shifts',
      a: swap,
      b: coverOf({ firstShift: 6, lastShift: 8 }),
      expected: true,
    },
    {
      sentence: 'a swap and a cover between its shifts',
      a: swap,
      b: coverOf({ firstShift: 4, lastShift: 6 }),
      expected: false,
    },
    {
      sentence: 'covers that share an hour',
      a: coverOf(),
      b: coverOf({ from: december(11), to: december(20) }),
      expected: true,
    },
    {
      sentence: 'a cover within another',
      a: coverOf({ from: december(1), to: december(30) }),
      b: coverOf(),
      expected: true,
    },
    {
      sentence: 'covers of one shift that follow each other',
      a: coverOf(),
      b: coverOf({ from: december(12), to: december(13) }),
      expected: false,
    },
  ])('$sentence: $expected', ({ a, b, expected }) => {
    expect(touches(a, b)).toBe(expected);
    expect(touches(b, a)).toBe(expected);
  });
});
