import { at, HOUR, NEW_YORK } from '../__testUtils__/instants';
import {
  judgeAt,
  measured,
  monthTally,
  promise,
} from '../__testUtils__/judging';
import { monthOf } from '../calendar/period';
import { Facts } from '../facts';
import { RuleVersion } from '../rule';
import { scoreOf } from './score';

const NOVEMBER = monthOf('2026-11', NEW_YORK);

function score(versions: RuleVersion[], now: string, known: Partial<Facts>) {
  const judgement = judgeAt(versions, now, known, { from: '2026-11-01 00:00' });
  const tally = monthTally(judgement, NOVEMBER, at(now));
  return scoreOf({ tally, month: NOVEMBER, now: at(now) });
}

describe('the score of time', () => {
  const up = (target: number) => [
    promise({ id: 'up', type: 'availability', target }),
  ];
  const down = (minutes: number) => ({
    downsWatchedSince: at('2026-10-01 00:00'),
    downs: [
      {
        id: 'a',
        name: 'PipelineDown',
        severity: 'critical',
        from: at('2026-11-03 10:00'),
        to: at('2026-11-03 10:00') + minutes * 60_000,
      },
    ],
  });

  // November in New York has 2 595 600 s: 0.1 % of them are 43.26 minutes.
  it.each<[sentence: string, now: string, minutes: number, state: string]>([
    ['well within is pending', '2026-11-20 00:00', 10, 'pending'],
    ['three quarters used up is at risk', '2026-11-20 00:00', 33, 'at-risk'],
    [
      'more than the month allows is missed before its end',
      '2026-11-20 00:00',
      44,
      'missed',
    ],
    ['exactly what it allows is met', '2026-12-02 00:00', 43.26, 'met'],
    [
      'a millisecond more is missed',
      '2026-12-02 00:00',
      43.26 + 1 / 60_000,
      'missed',
    ],
  ])('%s', (_, now, minutes, state) => {
    expect(score(up(99.9), now, down(minutes)).state).toBe(state);
  });

  it('says what is left, in milliseconds', () => {
    expect(score(up(99.9), '2026-12-02 00:00', down(10)).budget).toEqual({
      type: 'budget',
      allowed: 2_595_600,
      used: 600_000,
      left: 1_995_600,
    });
  });

  it('100 % has no budget', () => {
    const found = score(up(100), '2026-11-20 00:00', down(1));
    expect([found.state, found.budget]).toEqual(['missed', { type: 'none' }]);
  });

  it('time in which nobody watched is expected, and not judged', () => {
    const known = {
      ...down(0),
      downs: [],
      downsWatchedSince: at('2026-11-16 00:00'),
    };
    const found = score(up(99.9), '2026-12-01 00:00', known);
    expect(found.score).toBe(100);
    expect(found.coverage).toBeCloseTo(
      (15 * 24 * HOUR * 100) / 2_595_600_000,
      6,
    );
  });

  it('never watched is no data, not 100 %', () => {
    const found = score(up(99.9), '2026-12-01 00:00', {});
    expect([found.state, found.score, found.shown, found.coverage]).toEqual([
      'no-data',
      undefined,
      undefined,
      0,
    ]);
  });
});

describe('the score of events', () => {
  const valid = (target: number, given = {}) =>
    promise({ id: 'v', type: 'ratio', metric: 'valid', target }, given);
  const counted = (day: string, good: number, total: number) =>
    measured('valid', `2026-11-${day} 05:00`, { good, total });

  it.each<
    [
      sentence: string,
      target: number,
      measurements: ReturnType<typeof counted>[],
      state: string,
      shown: string | undefined,
    ]
  >([
    [
      'is that of all events, not the mean of days',
      99.9,
      [counted('03', 5, 10), counted('04', 99_990, 99_990)],
      'met',
      '99.99',
    ],
    ['99.9 % exactly is met', 99.9, [counted('03', 999, 1_000)], 'met', '99.9'],
    [
      '99.899 % is missed and never shown as 99.9 %',
      99.9,
      [counted('03', 99_899, 100_000)],
      'missed',
      '99.89',
    ],
    [
      'a total of 0 is no data',
      99.9,
      [counted('03', 0, 0)],
      'no-data',
      undefined,
    ],
  ])('%s', (_, target, measurements, state, shown) => {
    const found = score([valid(target)], '2026-12-02 00:00', { measurements });
    expect([found.state, found.shown]).toEqual([state, shown]);
  });

  it('each part is judged by the target that held', () => {
    const first = {
      id: 'v1',
      from: at('2026-01-01 00:00'),
      to: at('2026-11-15 00:00'),
    };
    const second = { id: 'v2', from: at('2026-11-15 00:00') };
    const measurements = [
      counted('03', 900, 1_000),
      counted('20', 1_000, 1_000),
    ];
    const strictLater = [valid(90, first), valid(100, second)];
    const strictFirst = [valid(100, first), valid(90, second)];
    const go = (versions: RuleVersion[]) =>
      score(versions, '2026-12-02 00:00', { measurements });
    expect(go(strictLater).tally.parts).toEqual([
      { target: 90, met: 900, missed: 100 },
      { target: 100, met: 1_000, missed: 0 },
    ]);
    expect(go(strictLater).state).toBe('met');
    // A later, milder target does not make good what was missed before.
    expect(go(strictFirst).state).toBe('missed');
  });
});
