import {
  inWords,
  judgeAt,
  measured,
  monitor,
  run,
} from '../__testUtils__/judging';
import { MeasurementFact } from '../facts';

describe('required', () => {
  const rule = monitor({
    id: 'q',
    type: 'required',
    metrics: ['a', 'b'],
    audience: 'investors',
  });
  const runs = [run('2026-11-01 06:00', { ended: '2026-11-01 07:00' })];
  const a = measured('a', '2026-11-01 06:50', 0);

  it.each<
    [
      sentence: string,
      now: string,
      measurements: MeasurementFact[],
      expected: string,
    ]
  >([
    [
      'all are there, 0 too',
      '2026-11-01 12:00',
      [a, measured('b', '2026-11-01 06:55', 3)],
      'met',
    ],
    ['one is missing', '2026-11-01 12:00', [a], 'missed incomplete'],
    [
      'one failed',
      '2026-11-01 12:00',
      [a, measured('b', '2026-11-01 06:55', { error: 'NA' })],
      'missed incomplete',
    ],
    ['it may come a little later', '2026-11-01 07:03', [a], 'at-risk holding'],
    [
      'one of the run before is none of this run',
      '2026-11-01 12:00',
      [a, measured('b', '2026-10-01 06:55', 3)],
      'missed incomplete',
    ],
  ])('%s', (_, now, measurements, expected) => {
    expect(inWords(judgeAt([rule], now, { runs, measurements }).current)).toBe(
      expected,
    );
  });

  it('says what is missing', () => {
    const { current } = judgeAt([rule], '2026-11-01 12:00', {
      runs,
      measurements: [a],
    });
    expect(current.evidence).toEqual({
      type: 'required',
      runId: 'run 2026-11-01 06:00',
      lacks: ['b'],
    });
  });

  it('is not known while nothing ran', () => {
    expect(inWords(judgeAt([rule], '2026-11-01 12:00', {}).current)).toBe(
      'no-data never-measured',
    );
  });

  it('a long run that ends after a later one says no more', () => {
    const both = [
      run('2026-11-01 05:00', { ended: '2026-11-01 09:00' }),
      run('2026-11-01 06:00', { ended: '2026-11-01 06:30' }),
    ];
    const measurements = [a, measured('b', '2026-11-01 06:55', 3)];
    expect(
      inWords(
        judgeAt([rule], '2026-11-01 12:00', { runs: both, measurements })
          .current,
      ),
    ).toBe('met');
  });
});
