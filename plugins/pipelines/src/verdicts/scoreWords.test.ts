import { Score } from '@techflow/backstage-plugin-pipelines-common';
import { checks, noChecks, score } from '../__testUtils__';
import {
  budgetWords,
  checksState,
  checksWords,
  cutPercent,
  paceWords,
  scoreWords,
  trendWords,
} from './scoreWords';

const HOUR = 3_600_000;

describe('scoreWords', () => {
  it.each<[string, Parameters<typeof scoreWords>, string, string, string?]>([
    ['slots', [score(), 'delivery'], '29 of 30', ''],
    [
      'a broken promise',
      [score({ state: 'missed', met: 0, missed: 1 }), 'delivery'],
      '0 of 1',
      '',
      'missed',
    ],
    ['no promise at that time', [undefined, 'delivery'], '–', ''],
    [
      'nothing decided yet',
      [
        score({
          met: 0,
          missed: 0,
          open: 1,
          expected: 0,
          judged: 0,
          shown: undefined,
        }),
        'delivery',
      ],
      'open',
      '',
    ],
    [
      'nothing that counts',
      [
        score({
          met: 0,
          missed: 0,
          excluded: 3,
          expected: 0,
          judged: 0,
          shown: undefined,
        }),
        'delivery',
      ],
      '–',
      '3 excluded',
      'excluded',
    ],
    [
      'nothing measured',
      [score({ met: 0, missed: 0, judged: 0, shown: undefined }), 'success'],
      '–',
      'measured 0 of 30',
    ],
    [
      'some excluded, some not measured',
      [score({ excluded: 2, expected: 32, judged: 30 }), 'success'],
      '29 of 30',
      '2 excluded; measured 30 of 32',
    ],
    [
      'time, with what it is a share of',
      [
        score({
          unit: 'time',
          met: 717 * HOUR,
          missed: 3 * HOUR,
          expected: 720 * HOUR,
          judged: 720 * HOUR,
          shown: '99.5',
        }),
        'freshness',
      ],
      '99.5\u00a0%',
      '29 d 21 h of 30 d',
    ],
    [
      'events, whose coverage is time',
      [
        score({
          unit: 'events',
          met: 99_899,
          missed: 101,
          expected: 24 * HOUR,
          judged: 12 * HOUR,
          shown: '99.89',
        }),
        'ratio',
      ],
      '99.89\u00a0%',
      '99,899 of 100,000; measured 12 h of 24 h',
    ],
    [
      'a month that was signed',
      [score({ met: 1, missed: 0 }), 'review'],
      'signed',
      '',
    ],
    [
      'a month that was not signed',
      [score({ state: 'missed', met: 0, missed: 1 }), 'review'],
      'not signed',
      '',
      'missed',
    ],
    [
      'a month still to be signed',
      [score({ met: 0, missed: 0, open: 1 }), 'review'],
      'due',
      '',
    ],
    [
      'weeks that are signed',
      [score({ met: 3, missed: 1 }), 'review'],
      'signed 3 of 4',
      '',
    ],
  ])('of %s', (...row) => {
    const [, [of, type], main, more, state] = row;
    const words = scoreWords(of, type);
    expect(words.main).toBe(main);
    expect(words.more.join('; ')).toBe(more);
    expect(words.state).toBe(state);
  });
});

describe('budgetWords', () => {
  const budget = (allowed: number, used: number): Score['budget'] => ({
    type: 'budget',
    allowed,
    used,
    left: allowed - used,
  });

  it.each<[string, Partial<Score>, string]>([
    ['a target of 100 %', { target: 100 }, 'none (100\u00a0%)'],
    ['nothing judged', { target: 99.9, budget: { type: 'none' } }, '–'],
    [
      'time',
      { unit: 'time', budget: budget(7.2 * HOUR, 2.7 * HOUR) },
      '4 h 30 min of 7 h 12 min',
    ],
    ['parts of a slot', { budget: budget(1.5, 0) }, '1 of 1'],
    [
      'nothing used',
      { unit: 'events', budget: budget(2_000, 0) },
      '2,000 of 2,000',
    ],
    [
      'more than there was',
      { unit: 'time', budget: budget(7.2 * HOUR, 8.2 * HOUR) },
      'used up, 1 h more than the 7 h 12 min allowed',
    ],
    ['all of it', { unit: 'time', budget: budget(HOUR, HOUR) }, '0 min of 1 h'],
  ])('of %s', (_, changes, words) => {
    expect(budgetWords(score(changes))).toBe(words);
  });
});

describe('paceWords', () => {
  it.each([
    [{}, ''],
    [{ day: 0.4, week: 1 }, ''],
    [{ day: 2 }, 'used twice as fast as it may, in the last day'],
    [
      { day: 14.4, week: 1.26 },
      'used 14.4 times as fast as it may, in the last day; used 1.3 times as fast as it may, in the last week',
    ],
  ])('%j', (pace, words) => {
    expect(paceWords(pace).join('; ')).toBe(words);
  });
});

describe('checksWords', () => {
  it('gives each percentage with its counts', () => {
    expect(checksWords(checks({ judged: 61, coverage: 98.387 }))).toEqual({
      score: '98.3\u00a0%',
      counts: 'kept 61 of 62',
      coverage: 'measured 61 of 62 (98.3\u00a0%)',
    });
  });

  it('says no number out of nothing', () => {
    expect(checksWords(noChecks())).toEqual({
      score: '–',
      counts: 'none judged',
      coverage: 'nothing to measure',
    });
  });

  it('never rounds up', () => {
    expect(cutPercent(99.96)).toBe('99.9\u00a0%');
    expect(cutPercent(100)).toBe('100\u00a0%');
    expect(cutPercent(29)).toBe('29\u00a0%');
  });
});

describe('trendWords', () => {
  it.each([
    [98.4, 97.6, '▲ 0.8 points more than'],
    [97, 98.25, '▼ 1.3 points less than'],
    [98.41, 98.4, '= as'],
  ])('%d after %d', (now, before, words) => {
    const trend = trendWords(checks({ score: now }), checks({ score: before }));
    expect(`${trend?.shape} ${trend?.words}`).toBe(words);
  });

  it('is none without both', () => {
    expect(trendWords(checks(), undefined)).toBeUndefined();
    expect(trendWords(noChecks(), checks())).toBeUndefined();
  });
});

describe('checksState', () => {
  it.each([
    [checks(), 'missed'],
    [checks({ missed: 0 }), 'met'],
    [{ ...noChecks(), open: 1 }, 'pending'],
    [{ ...noChecks(), excluded: 1 }, 'excluded'],
    [{ ...noChecks(), expected: 1 }, 'no-data'],
    [noChecks(), undefined],
    [undefined, undefined],
  ])('%j is %s', (of, state) => {
    expect(checksState(of)).toBe(state);
  });
});
