import {
  changeAfter,
  clip,
  Line,
  mergeIntervals,
  overlay,
  secondsPerState,
  StateInterval,
  toIntervals,
  worstOf,
} from './intervals';
import { NO_EVIDENCE, State, Verdict } from './verdict';

function as(state: State): Verdict {
  switch (state) {
    case 'met':
    case 'pending':
      return { state, evidence: NO_EVIDENCE };
    case 'excluded':
      return { state, exclusionIds: ['x'], evidence: NO_EVIDENCE };
    case 'no-data':
      return { state, reason: 'error', evidence: NO_EVIDENCE };
    case 'no-baseline':
      return { state, reason: 'no-spread', evidence: NO_EVIDENCE };
    default:
      return { state, reason: 'stale', evidence: NO_EVIDENCE };
  }
}

const line = (...points: [from: number, state: State][]): Line =>
  points.map(([from, state]) => ({ from, verdict: as(state) }));

const inWords = (intervals: readonly StateInterval[]) =>
  intervals
    .map(({ from, to, verdict }) => `${from}-${to ?? ''} ${verdict.state}`)
    .join(', ');

const TO = Infinity;

describe('toIntervals', () => {
  const changing = line([0, 'met'], [10, 'met'], [20, 'missed'], [30, 'met']);

  it.each<
    [sentence: string, from: number, to: number, now: number, expected: string]
  >([
    [
      'writes one only when the state changes',
      0,
      TO,
      100,
      '0-20 met, 20-30 missed, 30- met',
    ],
    ['knows nothing beyond now', 0, TO, 25, '0-20 met, 20- missed'],
    [
      'a change at this very moment has happened',
      0,
      TO,
      20,
      '0-20 met, 20- missed',
    ],
    ['begins where the window begins', 25, TO, 100, '25-30 missed, 30- met'],
    [
      'ends where a window that is over ends',
      0,
      25,
      100,
      '0-20 met, 20-25 missed',
    ],
  ])('%s', (_, from, to, now, expected) => {
    expect(inWords(toIntervals(changing, { from, to }, now))).toBe(expected);
  });

  it('the next change is known beforehand', () => {
    expect([0, 20, 30].map(now => changeAfter(changing, now))).toEqual([
      20,
      30,
      undefined,
    ]);
  });
});

describe('mergeIntervals', () => {
  it('makes one of those that go on as they were, and keeps gaps', () => {
    const intervals = [
      { from: 0, to: 10, verdict: as('met') },
      { from: 10, to: 20, verdict: as('met') },
      { from: 21, to: 30, verdict: as('met') },
      { from: 30, verdict: as('missed') },
    ];
    expect(inWords(mergeIntervals(intervals))).toBe(
      '0-20 met, 21-30 met, 30- missed',
    );
  });
});

describe('overlay', () => {
  it('puts an exclusion over what is there, and what was there goes on after', () => {
    const under = line([0, 'met'], [20, 'missed']);
    const over = overlay(under, [
      { from: 10, to: 30, verdict: as('excluded') },
    ]);
    const window = { from: 0, to: 40 };
    expect(inWords(toIntervals(over, window, 100))).toBe(
      '0-10 met, 10-30 excluded, 30-40 missed',
    );
  });

  it('leaves alone what begins later', () => {
    const under = line([50, 'met']);
    const excluded = { from: 10, to: 30, verdict: as('excluded') };
    expect(overlay(under, [excluded])).toEqual(under);
  });
});

describe('worstOf', () => {
  it('is the worst at each time, and one that is not measured hides none', () => {
    const worst = worstOf([
      line([0, 'no-data'], [10, 'met'], [30, 'missed'], [40, 'met']),
      line([0, 'met'], [20, 'at-risk'], [35, 'no-baseline']),
    ]);
    expect(inWords(toIntervals(worst, { from: 0, to: 50 }, 100))).toBe(
      '0-20 met, 20-30 at-risk, 30-40 missed, 40-50 met',
    );
  });
});

describe('sums', () => {
  const intervals: StateInterval[] = [
    { from: 0, to: 5_000, verdict: as('met') },
    { from: 5_000, to: 9_000, verdict: as('missed') },
    { from: 9_000, verdict: as('met') },
  ];

  it('are seconds per state within a window', () => {
    const window = { from: 2_000, to: 12_000 };
    expect(secondsPerState(intervals, window)).toEqual({ met: 6, missed: 4 });
  });

  it('leave out what lies beside it', () => {
    expect(inWords(clip(intervals, { from: 5_000, to: 6_000 }))).toBe(
      '5000-6000 missed',
    );
  });
});
