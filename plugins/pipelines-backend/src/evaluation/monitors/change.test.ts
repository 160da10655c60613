import { Monitor } from '@techflow/backstage-plugin-pipelines-common';
import { shown } from '../__testUtils__/instants';
import { inWords, judgeAt, measured, monitor } from '../__testUtils__/judging';
import { FactFigure } from '../facts';

describe('change', () => {
  const drop: Monitor = {
    id: 'c',
    type: 'change',
    metric: 'revenue',
    period: 'month',
    mustNotDropMoreThan: 10,
  };

  function compared(
    september: FactFigure | undefined,
    october: FactFigure | undefined,
    spec: Monitor = drop,
  ) {
    const measurements = [
      ...(september === undefined
        ? []
        : [measured('revenue', '2026-09-30 20:00', september)]),
      ...(october === undefined
        ? []
        : [measured('revenue', '2026-10-31 20:00', october)]),
      measured('revenue', '2026-11-05 20:00', 1),
    ];
    return judgeAt([monitor(spec)], '2026-11-06 00:00', { measurements });
  }

  it.each<
    [
      sentence: string,
      before: FactFigure | undefined,
      now: FactFigure | undefined,
      expected: string,
    ]
  >([
    ['−10.0 % is no alert', 200_000, 180_000, 'met'],
    ['−10.1 % is one', 200_000, 179_800, 'missed dropped'],
    ['−10.0 % of figures that binary fractions miss is none', 0.3, 0.27, 'met'],
    ['a rise is no drop', 100, 200, 'met'],
    ['to nothing', 100, 0, 'missed dropped'],
    [
      'without an earlier month there is no baseline',
      undefined,
      100,
      'no-baseline no-earlier-period',
    ],
    [
      'of a loss no percentage is taken',
      -500,
      100,
      'no-baseline baseline-not-positive',
    ],
    ['nor of 0', 0, 100, 'no-baseline baseline-not-positive'],
    ['a month without a figure', 100, undefined, 'no-data not-measured'],
    ['a month whose figure failed', 100, { error: 'timeout' }, 'no-data error'],
    [
      'an earlier month whose figure failed',
      { error: 'timeout' },
      100,
      'no-baseline no-earlier-period',
    ],
  ])('%s', (_, before, october, expected) => {
    expect(inWords(compared(before, october).current)).toBe(expected);
  });

  it('a small baseline says nothing', () => {
    const spec: Monitor = { ...drop, minBaseline: 1_000 };
    expect(inWords(compared(999, 100, spec).current)).toBe(
      'no-baseline baseline-too-small',
    );
  });

  it('a month that still runs is not compared; it is when it closes', () => {
    const judgement = compared(100, 100);
    expect(inWords(judgement.current)).toBe('met');
    expect(shown(judgement.nextAt ?? 0)).toBe('2026-12-01 00:00 -05:00');
    const rise: Monitor = {
      ...drop,
      mustNotDropMoreThan: undefined,
      mustNotRiseMoreThan: 5,
    };
    expect(inWords(compared(100, 105, rise).current)).toBe('met');
    expect(inWords(compared(100, 105.1, rise).current)).toBe('missed rose');
  });

  it('says what was compared with what', () => {
    expect(compared(200, 100).current.evidence).toMatchObject({
      period: '2026-10',
      value: 100,
      periodBefore: '2026-09',
      before: 200,
    });
  });
});
