import { Monitor } from '@techflow/backstage-plugin-pipelines-common';
import { at, DAY } from '../__testUtils__/instants';
import { inWords, judgeAt, measured, monitor } from '../__testUtils__/judging';
import { MeasurementFact } from '../facts';

describe('anomaly', () => {
  const spike: Monitor = {
    id: 'a',
    type: 'anomaly',
    metric: 'expenses',
    direction: 'spike',
    window: '90d',
  };

  function past(values: number[], latest: number): MeasurementFact[] {
    return [...values, latest].map((figure, index) => {
      const when = at('2026-09-01 05:00') + index * DAY;
      return measured('expenses', '2026-09-01 05:00', figure, {
        id: `e${index}`,
        at: when,
        receivedAt: when,
      });
    });
  }

  // Median 100, median absolute deviation 1.
  const usual = [
    98, 99, 99, 99, 100, 100, 100, 100, 100, 100, 101, 101, 101, 102,
  ];

  it.each<
    [
      sentence: string,
      direction: 'spike' | 'drop' | 'both',
      values: number[],
      latest: number,
      expected: string,
    ]
  >([
    ['six deviations are still usual', 'spike', usual, 106, 'met'],
    ['more is not', 'spike', usual, 106.1, 'missed unusual'],
    ['a drop is no spike', 'spike', usual, 10, 'met'],
    ['a drop', 'drop', usual, 93.9, 'missed unusual'],
    ['either way', 'both', usual, 93.9, 'missed unusual'],
    [
      'too few samples are no baseline',
      'spike',
      usual.slice(1),
      1_000,
      'no-baseline too-few-samples',
    ],
    [
      'samples that are all the same neither',
      'spike',
      usual.map(() => 100),
      1_000,
      'no-baseline no-spread',
    ],
    [
      'one earlier spike does not hide the next',
      'spike',
      [...usual, 10_000],
      5_000,
      'missed unusual',
    ],
  ])('%s', (_, direction, values, latest, expected) => {
    const measurements = past(values, latest);
    const rule = monitor({ ...spike, direction });
    const { current } = judgeAt([rule], '2026-10-01 00:00', { measurements });
    expect(inWords(current)).toBe(expected);
  });

  it('samples older than the window do not count', () => {
    const rule = monitor({ ...spike, window: '13d' });
    const { current } = judgeAt([rule], '2026-09-16 00:00', {
      measurements: past(usual, 1_000),
    });
    expect(inWords(current)).toBe('no-baseline too-few-samples');
  });

  it('a figure older than the window is as good as none; a warning stays', () => {
    const rule = monitor({ ...spike, window: '20d' });
    const go = (now: string, latest: number) =>
      inWords(
        judgeAt([rule], now, { measurements: past(usual, latest) }).current,
      );
    expect([
      go('2026-10-05 05:00', 100),
      go('2026-10-05 05:01', 100),
      go('2026-10-05 05:01', 1_000),
    ]).toEqual(['met', 'no-data not-measured', 'missed unusual']);
  });
});
