import {
  november,
  tallyOf,
} from '../../database/scores/__testUtils__/seedJudged';
import { monthOf } from '../../evaluation';
import { scoreIn } from './scoreIn';

const HOUR = 3_600_000;
const month = monthOf('2026-11', 'UTC');

describe('what a promise came to in a month until now', () => {
  const stored = {
    ruleId: 1,
    pipelineRef: 'pipeline:default/profit',
    month: '2026-11',
    target: 99,
    tally: tallyOf({ unit: 'time', target: 99, met: 24 * HOUR }),
    standing: 'met' as const,
    countedAt: november(2),
    revision: 3,
  };
  const met = (options: Partial<Parameters<typeof scoreIn>[0]>) =>
    scoreIn({ stored, month, now: november(2), ...options }).met / HOUR;

  it.each<[string, number, Partial<Parameters<typeof scoreIn>[0]>]>([
    ['counts what was counted', 24, {}],
    ['counts on while the state goes on', 30, { now: november(2, 6) }],
    ['not after the month', 24 * 30, { now: new Date('2026-12-09T00:00:00Z') }],
    [
      'not after the promise left the spec',
      27,
      { now: november(9), endedAt: november(2, 3) },
    ],
    [
      'not what was before the month',
      24 + 12,
      {
        now: november(1, 12),
        stored: { ...stored, countedAt: new Date('2026-10-20T00:00:00Z') },
      },
    ],
    [
      'not where no state goes on',
      24,
      { now: november(9), stored: { ...stored, standing: undefined } },
    ],
  ])('%s: %s hours', (_, hours, options) => {
    expect(met(options)).toBe(hours);
  });

  it('has all that the API says of a score', () => {
    expect(scoreIn({ stored, month, now: november(2) })).toEqual({
      state: 'pending',
      unit: 'time',
      target: 99,
      met: 24 * HOUR,
      missed: 0,
      open: 0,
      excluded: 0,
      expected: 24 * HOUR,
      judged: 24 * HOUR,
      score: 100,
      shown: '100',
      coverage: 100,
      budget: {
        type: 'budget',
        allowed: 7.2 * HOUR,
        used: 0,
        left: 7.2 * HOUR,
      },
      exclusionIds: [],
      revision: 3,
    });
  });

  it('has no share out of nothing, and no budget at 100 %', () => {
    const empty = { ...stored, target: 100, tally: tallyOf({}) };
    const score = scoreIn({ stored: empty, month, now: november(2) });
    expect(score).not.toHaveProperty('score');
    expect(score).not.toHaveProperty('shown');
    expect(score).not.toHaveProperty('coverage');
    expect(score.budget).toEqual({ type: 'none' });
  });
});
