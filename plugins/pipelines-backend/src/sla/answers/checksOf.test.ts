import { checksOf, checksOfSums, scoreOfSums } from './checksOf';

const COUNTS = { met: 0, missed: 0, open: 0, excluded: 0, expected: 0 };
const NOTHING = { ...COUNTS, judged: 0 };

describe('checks of several promises', () => {
  it('count each slot, and each other promise once', () => {
    const score = {
      ...NOTHING,
      target: 100,
      budget: { type: 'none' as const },
      exclusionIds: [],
      revision: 0,
    };
    const checks = checksOf([
      {
        ...score,
        unit: 'slots',
        state: 'missed',
        met: 3,
        missed: 1,
        expected: 5,
      },
      { ...score, unit: 'time', state: 'missed', met: 5_000, missed: 9_000 },
    ]);
    expect(checks).toEqual({
      ...NOTHING,
      met: 3,
      missed: 2,
      expected: 6,
      judged: 5,
      score: 60,
      shown: '60',
      coverage: (5 / 6) * 100,
    });
  });

  it('are those of their sums', () => {
    const sums = [
      { ...COUNTS, met: 2, missed: 1, expected: 4, open: 1 },
      { ...COUNTS, met: 4, missed: 2, expected: 6, excluded: 5 },
    ];
    expect(checksOfSums(sums)).toEqual({
      met: 6,
      missed: 3,
      open: 1,
      excluded: 5,
      expected: 10,
      judged: 9,
      score: (6 / 9) * 100,
      shown: '66.66',
      coverage: 90,
    });
    expect(scoreOfSums(sums)).toBe(checksOfSums(sums).score);
  });

  it('have no share out of nothing', () => {
    expect(checksOfSums([])).toEqual(NOTHING);
    expect(scoreOfSums([{ ...COUNTS, open: 3 }])).toBeUndefined();
  });
});
