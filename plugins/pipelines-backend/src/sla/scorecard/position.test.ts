import { comparePositions, cursor, toCursor } from './position';

const ref = (name: string) => `pipeline:default/${name}`;

describe('positions on the scorecard', () => {
  it('are the worst first, those without a score last, equals by name', () => {
    const order = [
      { score: 0, ref: ref('z') },
      { score: 66.66666666666666, ref: ref('a') },
      { score: 100, ref: ref('b') },
      { score: 100, ref: ref('c') },
      { ref: ref('a') },
      { ref: ref('d') },
    ];
    const shuffled = [3, 5, 0, 2, 4, 1].map(index => order[index]);
    expect(shuffled.sort(comparePositions)).toEqual(order);
    expect(comparePositions(order[4], order[4])).toBe(0);
  });

  it.each([
    { score: 98.38709677419355, ref: ref('profit') },
    { score: 1e-7, ref: ref('profit') },
    { score: 0, ref: ref('a_b') },
    { ref: ref('profit') },
  ])('are read from their text: %j', position => {
    expect(cursor.parse(toCursor(position))).toEqual(position);
  });

  it.each([
    '',
    'profit',
    '_profit',
    '101_profit',
    '1e9_profit',
    'NaN_profit',
    '--5_profit',
    '1.2.3_profit',
    '5_',
    '5_a/b/c',
    `5_${'x'.repeat(400)}`,
    "5_'; drop table",
  ])("are not read from '%s'", text => {
    expect(cursor.safeParse(text).success).toBe(false);
  });
});
