import { burnRate } from './score';

describe('burnRate', () => {
  it.each<
    [
      sentence: string,
      met: number,
      missed: number,
      target: number,
      rate: ReturnType<typeof burnRate>,
    ]
  >([
    ['1 uses up exactly all', 999, 1, 99.9, 1],
    ['ten times as fast', 990, 10, 99.9, 10],
    ['nothing missed', 10, 0, 99.9, 0],
    ['100 % has no budget, neither 0 nor infinity', 9, 1, 100, 'no-budget'],
    ['out of nothing', 0, 0, 99.9, undefined],
  ])('%s', (_, met, missed, target, rate) => {
    const found = burnRate({ met, missed }, target);
    expect(typeof found === 'number' ? Number(found.toFixed(9)) : found).toBe(
      rate,
    );
  });
});
