import { Evidence, Monitor } from '@techflow/backstage-plugin-pipelines-common';
import { NOW } from '../__testUtils__';
import { changeShare } from './changeShare';
import { monitorLimits } from './monitorLimits';

const now = Date.parse(NOW);

const change: Monitor = {
  id: 'revenue',
  type: 'change',
  metric: 'revenue',
  period: 'month',
  mustNotDropMoreThan: 10,
};
const before = (amount: number): Evidence => ({
  type: 'change',
  period: '2026-10',
  value: 87_600,
  before: amount,
  periodBefore: '2026-09',
});
const spread: Evidence = {
  type: 'spread',
  value: 1,
  median: 1_200,
  mad: 100,
  samples: 90,
  deviations: 6,
};
const pair: Evidence = { type: 'pair', value: 9, against: 200, tolerance: 1 };

describe('monitorLimits', () => {
  it.each<
    [
      string,
      Monitor,
      Evidence | undefined,
      [number, string][],
      [number, number] | undefined,
      string,
    ]
  >([
    [
      'a threshold is a line',
      { id: 'lag', type: 'threshold', metric: 'lag', mustBeLessThan: 10_000 },
      undefined,
      [[10_000, 'below 10,000']],
      undefined,
      'must be below 10,000',
    ],
    [
      'a threshold of zero is one too',
      { id: 'lag', type: 'threshold', metric: 'lag', mustBe: 0 },
      undefined,
      [[0, 'exactly 0']],
      undefined,
      'must be exactly 0',
    ],
    [
      'a range has two',
      { id: 'r', type: 'range', metric: 'm', mustBeBetween: [1, 5] },
      undefined,
      [
        [1, '1'],
        [5, '5'],
      ],
      [1, 5],
      'must be between 1 and 5',
    ],
    [
      'a change stands against the period before',
      change,
      before(100_000),
      [[90_000, '−10 % of September']],
      undefined,
      'limit −10 % · compares closed months; September had 100,000',
    ],
    [
      'a change has no line of a loss',
      change,
      before(-5),
      [],
      undefined,
      'limit −10 % · compares closed months',
    ],
    [
      'a change has no line before the first comparison',
      { ...change, mustNotRiseMoreThan: 50 },
      undefined,
      [],
      undefined,
      'limit −10 % and +50 % · compares closed months',
    ],
    [
      'what is usual is a band',
      { id: 'a', type: 'anomaly', metric: 'm', window: '90d' },
      spread,
      [
        [600, '600'],
        [1_800, '1,800'],
      ],
      [600, 1_800],
      'usual is 1,200, by 90 figures; warns below 600 and above 1,800',
    ],
    [
      'of spikes only the upper end of what is usual is a limit',
      {
        id: 'a',
        type: 'anomaly',
        metric: 'm',
        window: '90d',
        direction: 'spike',
      },
      spread,
      [[1_800, '1,800']],
      [600, 1_800],
      'usual is 1,200, by 90 figures; warns above 1,800',
    ],
    [
      'two figures agree within a band',
      { id: 'p', type: 'reconciliation', metric: 'm', against: 'n' },
      pair,
      [[200, '200']],
      [198, 202],
      'must agree with 200 within 1 %',
    ],
    [
      'the oldest data that is allowed moves with the clock',
      { id: 'f', type: 'freshness', maxAge: '48h', watermark: 'm' },
      undefined,
      [[(now - 48 * 3_600_000) / 1_000, 'oldest allowed']],
      undefined,
      'must not be older than 48 h',
    ],
  ])('%s', (_, monitor, evidence, lines, good, words) => {
    const limits = monitorLimits(monitor, evidence, now);
    expect(limits?.lines.map(({ at, label }) => [at, label])).toEqual(lines);
    expect(limits?.good).toEqual(good);
    expect(limits?.words).toBe(words);
  });

  it('is none where nothing can be drawn', () => {
    const anomaly: Monitor = {
      id: 'a',
      type: 'anomaly',
      metric: 'm',
      window: '90d',
    };
    expect(monitorLimits(anomaly, undefined, now)).toBeUndefined();
    expect(monitorLimits(undefined, spread, now)).toBeUndefined();
    expect(
      monitorLimits(
        { id: 's', type: 'silence', silentFor: '1h' },
        undefined,
        now,
      ),
    ).toBeUndefined();
  });
});

describe('changeShare', () => {
  it.each([
    [90, 100, '−10\u00a0%'],
    [89.9, 100, '−10.1\u00a0%'],
    // A hair more than the limit never reads as the limit.
    [899_999, 1_000_000, '−10.01\u00a0%'],
    [100, 100, '0\u00a0%'],
    [0.3, 0.1, '+200\u00a0%'],
    [5, 0, undefined],
    [5, -10, undefined],
  ])('from %d against %d is %s', (value, earlier, words) => {
    expect(changeShare(value, earlier)).toBe(words);
  });
});
