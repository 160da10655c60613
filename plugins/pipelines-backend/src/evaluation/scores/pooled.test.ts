import { countPromises } from './promises';
import { poolTallies } from './tally';

describe('together', () => {
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

  it('counts are pooled: a large pipeline weighs more than a small one', () => {
    const pooled = poolTallies([tally(1, 1), tally(98, 0)]);
    expect(pooled).toMatchObject({
      met: 99,
      missed: 1,
      parts: [{ target: 95, met: 99, missed: 1 }],
    });
  });

  it('units are never mixed', () => {
    const time = { ...tally(1, 1), unit: 'time' as const };
    expect(() => poolTallies([tally(1, 1), time])).toThrow(RangeError);
  });

  it('promises are counted, whatever their unit; what is not judged lowers coverage, not the score', () => {
    expect(
      countPromises([
        'met',
        'met',
        'missed',
        'no-data',
        'no-baseline',
        'pending',
        'at-risk',
        'excluded',
      ]),
    ).toEqual({
      met: 2,
      missed: 1,
      expected: 5,
      open: 2,
      excluded: 1,
      score: (2 / 3) * 100,
      coverage: 60,
    });
  });

  it('out of nothing there is neither 0 nor 100', () => {
    expect(countPromises(['pending'])).toEqual({
      met: 0,
      missed: 0,
      expected: 0,
      open: 1,
      excluded: 0,
    });
  });
});
