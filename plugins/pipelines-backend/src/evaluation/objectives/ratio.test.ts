import { inWords, judgeAt, measured, promise } from '../__testUtils__/judging';
import { FactFigure } from '../facts';

describe('ratio', () => {
  const valid = (target?: number) =>
    promise({ id: 'valid', type: 'ratio', metric: 'events.valid', target });

  it.each<
    [sentence: string, target: number, figure: FactFigure, expected: string]
  >([
    ['99.9 % exactly is met', 99.9, { good: 999, total: 1_000 }, 'met'],
    [
      '99.899 % is missed',
      99.9,
      { good: 99_899, total: 100_000 },
      'missed below-target',
    ],
    [
      '100 % is broken by the first',
      100,
      { good: 9_999, total: 10_000 },
      'missed below-target',
    ],
    [
      'none of some is a share: 0 %',
      99.9,
      { good: 0, total: 7 },
      'missed below-target',
    ],
    [
      'a total of 0 is no share at all',
      99.9,
      { good: 0, total: 0 },
      'no-data total-zero',
    ],
    [
      'a measurement that failed is no 0',
      99.9,
      { error: 'timeout' },
      'no-data error',
    ],
    ['a plain number counts nothing', 99.9, 99.95, 'no-data total-zero'],
  ])('%s', (_, target, figure, expected) => {
    const measurements = [measured('events.valid', '2026-11-03 05:00', figure)];
    const { current } = judgeAt([valid(target)], '2026-11-03 06:00', {
      measurements,
    });
    expect(inWords(current)).toBe(expected);
  });

  it('never measured is not the same as 0', () => {
    const { current } = judgeAt([valid()], '2026-11-03 06:00', {});
    expect(inWords(current)).toBe('no-data never-measured');
  });
});
