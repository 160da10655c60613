import { at } from '../__testUtils__/instants';
import {
  inWords,
  intervalLines,
  judgeAt,
  promise,
} from '../__testUtils__/judging';

describe('availability', () => {
  const up = promise({ id: 'up', type: 'availability', target: 99.9 });
  const down = { name: 'PipelineDown', severity: 'critical' };
  const downs = [
    {
      ...down,
      id: 'a',
      from: at('2026-11-03 10:00'),
      to: at('2026-11-03 10:20'),
    },
    {
      ...down,
      id: 'b',
      from: at('2026-11-03 10:10'),
      to: at('2026-11-03 10:30'),
    },
  ];

  it('is down while any alert says so, once', () => {
    const known = { downs, downsWatchedSince: at('2026-11-02 00:00') };
    const judgement = judgeAt([up], '2026-11-04 00:00', known, {
      from: '2026-11-01 00:00',
    });
    expect(intervalLines(judgement)).toEqual([
      '2026-11-01 00:00 no-data not-watched',
      '2026-11-02 00:00 met',
      '2026-11-03 10:00 missed down',
      '2026-11-03 10:30 met',
    ]);
  });

  it('is down as long as an alert has no end', () => {
    const known = {
      downs: [{ ...down, id: 'a', from: at('2026-11-03 10:00') }],
    };
    const { current, nextAt } = judgeAt([up], '2026-11-09 00:00', known);
    expect([inWords(current), nextAt]).toEqual(['missed down', undefined]);
  });

  it.each([
    ['a critical alert says so', up, { severity: 'critical' }, 'missed down'],
    ['another alert does not', up, { severity: 'warning' }, 'met'],
    ['nor one without a severity', up, {}, 'met'],
    [
      'an alert that is named says so, whatever its severity',
      promise({ id: 'up', type: 'availability', alerts: ['NoClicks'] }),
      { name: 'NoClicks' },
      'missed down',
    ],
    [
      'where alerts are named, a critical one of another name does not',
      promise({ id: 'up', type: 'availability', alerts: ['NoClicks'] }),
      { severity: 'critical' },
      'met',
    ],
  ])('%s', (_, rule, alert, expected) => {
    const from = at('2026-11-03 10:00');
    const { current } = judgeAt([rule], '2026-11-04 00:00', {
      downs: [{ id: 'a', name: 'PipelineDown', from, ...alert }],
      downsWatchedSince: at('2026-11-02 00:00'),
    });
    expect(inWords(current)).toBe(expected);
  });

  it('nobody knows that it is up where nobody watches', () => {
    const { current } = judgeAt([up], '2026-11-09 00:00', {});
    expect(inWords(current)).toBe('no-data not-watched');
  });
});
