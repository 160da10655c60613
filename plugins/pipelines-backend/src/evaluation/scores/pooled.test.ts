import { poolTallies } from './tally';

describe('counts of several promises together', () => {
  const tally = (met: number, missed: number, target = 95) => ({
    unit: 'slots' as const,
    parts: [{ target, met, missed }],
    met,
    missed,
    open: 0,
    excluded: 0,
    expected: met + missed,
    judged: met + missed,
    noBaseline: 0,
    exclusionIds: [],
  });

  it('are pooled: a large pipeline weighs more than a small one', () => {
    const pooled = poolTallies([tally(1, 1), tally(98, 0)]);
    expect(pooled).toMatchObject({
      met: 99,
      missed: 1,
      parts: [{ target: 95, met: 99, missed: 1 }],
    });
  });

  it('are never mixed with those of another unit', () => {
    const time = { ...tally(1, 1), unit: 'time' as const };
    expect(() => poolTallies([tally(1, 1), time])).toThrow(RangeError);
  });
});
