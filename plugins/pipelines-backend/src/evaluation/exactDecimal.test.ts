import fc from 'fast-check';
import { Decimal, reachesShare } from './exactDecimal';

describe('reachesShare', () => {
  it.each<
    [
      sentence: string,
      good: number,
      total: number,
      target: number,
      expected: boolean,
    ]
  >([
    ['99.9 % exactly is met', 999, 1_000, 99.9, true],
    ['99.899 % is not', 99_899, 100_000, 99.9, false],
    ['one less of ten million is not', 9_989_999, 10_000_000, 99.9, false],
    ['all of them is 100 %', 7, 7, 100, true],
    ['one missing of a billion is not', 999_999_999, 1_000_000_000, 100, false],
    ['parts of a whole that binary fractions miss', 0.3, 0.3, 100, true],
    ['0.07 of 0.1 is 70 %', 0.07, 0.1, 70, true],
  ])('%s', (_, good, total, target, expected) => {
    expect(reachesShare({ good, total }, target)).toBe(expected);
  });
});

describe('Decimal', () => {
  it.each<
    [dividend: number, divisor: number, digits: number, expected: string]
  >([
    [9_989_900, 100_000, 1, '99.8'],
    [9_989_900, 100_000, 2, '99.89'],
    [2, 3, 3, '0.666'],
    [-2, 3, 2, '-0.66'],
    [5, 2, 0, '2'],
    [1e21, 1e20, 1, '10.0'],
    [1e-7, 1, 8, '0.00000010'],
  ])(
    '%s / %s with %s digits is %s, never rounded up',
    (a, b, digits, expected) => {
      expect(Decimal.of(a).dividedBy(Decimal.of(b), digits)).toBe(expected);
    },
  );

  it('of a number is that number', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        value => {
          expect(Decimal.of(value).toNumber() + 0).toBe(value + 0);
        },
      ),
    );
  });

  it('adds and multiplies as one does on paper', () => {
    const sum = Decimal.of(0.1).plus(Decimal.of(0.2));
    expect(sum.compare(Decimal.of(0.3))).toBe(0);
    expect(sum.times(Decimal.of(0.1)).toNumber()).toBe(0.03);
  });

  it('refuses what is no number', () => {
    expect(() => Decimal.of(NaN)).toThrow(RangeError);
  });
});
