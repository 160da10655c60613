import { PromiseChecks, poolChecks } from './checks';

const slots = (given: Partial<PromiseChecks>): PromiseChecks => ({
  unit: 'slots',
  state: 'pending',
  met: 0,
  missed: 0,
  open: 0,
  excluded: 0,
  expected: 0,
  judged: 0,
  ...given,
});

const time = (
  state: PromiseChecks['state'],
  met: number = 0,
  missed: number = 0,
): PromiseChecks => ({
  ...slots({ unit: 'time', state, met, missed }),
  expected: met + missed,
  judged: met + missed,
});

describe('promises of several sorts together', () => {
  it.each<[sentence: string, scores: PromiseChecks[], expected: object]>([
    [
      'every slot counts once, and no data lowers coverage',
      [
        slots({
          met: 28,
          missed: 1,
          open: 2,
          excluded: 3,
          expected: 30,
          judged: 29,
        }),
      ],
      {
        met: 28,
        missed: 1,
        open: 2,
        excluded: 3,
        expected: 30,
        judged: 29,
        score: (28 / 29) * 100,
        shown: '96.55',
        coverage: (29 / 30) * 100,
      },
    ],
    [
      'a month of time that was kept is one check met',
      [time('met', 2_000_000_000, 5_000)],
      { met: 1, missed: 0, expected: 1, judged: 1, shown: '100' },
    ],
    [
      'one that is kept so far too, also at risk',
      [time('pending', 5), time('at-risk', 5, 1)],
      { met: 2, missed: 0, open: 0 },
    ],
    [
      'out of nothing yet it is open',
      [time('pending')],
      { met: 0, open: 1, expected: 0, judged: 0 },
    ],
    [
      'one that is broken is one check missed, before the month ends too',
      [time('missed', 5, 1)],
      { met: 0, missed: 1, score: 0, shown: '0' },
    ],
    [
      'nothing to judge by, or to compare with, is expected and not judged',
      [time('no-data'), time('no-data'), time('no-baseline'), time('met', 1)],
      { met: 1, expected: 4, judged: 1, score: 100, coverage: 25 },
    ],
    [
      'excluded is in neither',
      [time('excluded'), time('met', 1)],
      { met: 1, excluded: 1, expected: 1 },
    ],
    [
      'counts are pooled: 2 of 2 and 0 of 98 are 2 of 100, not a half',
      [
        slots({ met: 2, expected: 2, judged: 2 }),
        slots({ missed: 98, expected: 98, judged: 98 }),
      ],
      { met: 2, missed: 98, score: 2, shown: '2' },
    ],
    [
      'never rounded up',
      [slots({ met: 99_999, missed: 1, expected: 100_000, judged: 100_000 })],
      { shown: '99.99' },
    ],
  ])('%s', (_, scores, expected) => {
    expect(poolChecks(scores)).toMatchObject(expected);
  });

  it('out of nothing there is neither 0 nor 100', () => {
    expect(poolChecks([])).toEqual({
      met: 0,
      missed: 0,
      open: 0,
      excluded: 0,
      expected: 0,
      judged: 0,
    });
  });
});
