import { Monitor } from '@techflow/backstage-plugin-pipelines-common';
import {
  inWords,
  judgeAt,
  measured,
  monitor,
  says,
} from '../__testUtils__/judging';

describe('reconciliation', () => {
  const pair = (tolerance = 0): Monitor => ({
    id: 'p',
    type: 'reconciliation',
    metric: 'a',
    against: 'b',
    tolerance,
  });

  it.each<
    [
      sentence: string,
      tolerance: number,
      a: number,
      b: number,
      expected: string,
    ]
  >([
    ['agree', 0, 100, 100, 'met'],
    ['differ', 0, 100, 101, 'missed differs'],
    ['differ as much as allowed', 1, 99, 100, 'met'],
    ['differ more than allowed', 1, 98.9, 100, 'missed differs'],
    ['both are 0', 1, 0, 0, 'met'],
    ['of 0 nothing may differ', 50, 1, 0, 'missed differs'],
  ])('%s', (_, tolerance, a, b, expected) => {
    const measurements = [
      measured('a', '2026-11-03 05:00', a),
      measured('b', '2026-11-03 05:00', b),
    ];
    const { current } = judgeAt(
      [monitor(pair(tolerance))],
      '2026-11-03 06:00',
      { measurements },
    );
    expect(inWords(current)).toBe(expected);
  });

  it('figures measured some minutes apart raise no alarm', () => {
    const measurements = [
      measured('a', '2026-11-03 05:00', 100),
      measured('b', '2026-11-03 05:00', 100),
      measured('a', '2026-11-03 06:00', 105),
      measured('b', '2026-11-03 06:04', 105),
    ];
    const { intervals } = judgeAt([monitor(pair())], '2026-11-03 07:00', {
      measurements,
    });
    expect(intervals.map(({ verdict }) => verdict.state)).not.toContain(
      'missed',
    );
  });

  it('is not known while one of the two is missing', () => {
    expect(says(pair(), 1)).toBe('no-data never-measured');
  });
});
