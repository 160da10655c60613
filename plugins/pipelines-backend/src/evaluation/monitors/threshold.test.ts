import {
  inWords,
  intervalLines,
  judgeAt,
  measured,
  monitor,
  says,
} from '../__testUtils__/judging';
import { FactFigure } from '../facts';

const WARNS = 'missed out-of-limits';

describe('threshold', () => {
  const base = { id: 't', type: 'threshold', metric: 'm' } as const;

  it.each<
    [sentence: string, limit: object, figure: FactFigure, expected: string]
  >([
    ['must be', { mustBe: 100 }, 100, 'met'],
    ['must be, and is not', { mustBe: 100 }, 99.9, WARNS],
    ['must not be', { mustNotBe: 0 }, 0, WARNS],
    ['above, at the limit', { mustBeGreaterThan: 0 }, 0, WARNS],
    ['at least, at the limit', { mustBeGreaterOrEqualTo: 0 }, 0, 'met'],
    ['at least, below', { mustBeGreaterOrEqualTo: 0 }, -0.1, WARNS],
    ['below, at the limit', { mustBeLessThan: 10_000 }, 10_000, WARNS],
    ['at most, at the limit', { mustBeLessOrEqualTo: 10_000 }, 10_000, 'met'],
    [
      'of counts, their share',
      { mustBeGreaterThan: 0.9 },
      { good: 95, total: 100 },
      'met',
    ],
    ['0 is a value', { mustBeGreaterThan: 1 }, 0, WARNS],
    [
      'a failed measurement is none',
      { mustBeGreaterThan: 1 },
      { error: 'timeout' },
      'no-data error',
    ],
    [
      'of nothing there is no share',
      { mustBeGreaterThan: 1 },
      { good: 0, total: 0 },
      'no-data total-zero',
    ],
  ])('%s', (_, limit, figure, expected) => {
    expect(says({ ...base, ...limit }, figure)).toBe(expected);
  });

  const lag = monitor({
    ...base,
    mustBeLessThan: 10_000,
    for: '15m',
    recoverAfter: '30m',
  });
  const measurements = [
    measured('m', '2026-11-03 05:00', 10),
    measured('m', '2026-11-03 06:00', 20_000),
    measured('m', '2026-11-03 06:10', 10),
    measured('m', '2026-11-03 07:00', 20_000),
    measured('m', '2026-11-03 08:00', 10),
    measured('m', '2026-11-03 08:10', 20_000),
    measured('m', '2026-11-03 08:20', 10),
  ];

  it('a spike that is over soon does not warn; a warning ends when all was well long enough', () => {
    const judgement = judgeAt(
      [lag],
      '2026-11-03 12:00',
      { measurements },
      { from: '2026-11-03 05:00' },
    );
    expect(intervalLines(judgement)).toEqual([
      '2026-11-03 05:00 met',
      '2026-11-03 06:00 at-risk holding',
      '2026-11-03 06:10 met',
      '2026-11-03 07:00 at-risk holding',
      '2026-11-03 07:15 missed out-of-limits',
      '2026-11-03 08:50 met',
    ]);
  });

  it('a warning stays while measuring fails', () => {
    const known = [
      ...measurements.slice(0, 4),
      measured('m', '2026-11-03 08:00', { error: 'timeout' }),
    ];
    const { current } = judgeAt([lag], '2026-11-03 12:00', {
      measurements: known,
    });
    expect(inWords(current)).toBe(WARNS);
  });

  it('the worst of several series counts', () => {
    const known = ['0', '1'].map((series, index) =>
      measured('m', '2026-11-03 05:00', index * 20_000, { series }),
    );
    const { current } = judgeAt([lag], '2026-11-03 12:00', {
      measurements: known,
    });
    expect(inWords(current)).toBe(WARNS);
  });
});
