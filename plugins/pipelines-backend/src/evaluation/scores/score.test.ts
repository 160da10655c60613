import { at, NEW_YORK } from '../__testUtils__/instants';
import { judgeAt, monthTally, promise, run } from '../__testUtils__/judging';
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

/** The daily run of each day of November up to one, but for some days. */
function runsUntil(day: number, without: number[] = []) {
  return Array.from({ length: day }, (_, index) => index + 1)
    .filter(each => !without.includes(each))
    .map(each => {
      const date = `2026-11-${String(each).padStart(2, '0')}`;
      return run(`${date} 05:00`, {
        ended: `${date} 05:30`,
        audience: 'experiments',
      });
    });
}

const success = (target: number) =>
  promise({ id: 's', type: 'success', audience: 'experiments', target });

describe('the score of slots', () => {
  it.each<
    [
      sentence: string,
      target: number,
      now: string,
      days: number,
      without: number[],
      state: string,
      shown: string | undefined,
    ]
  >([
    [
      'is pending while all is well',
      100,
      '2026-11-15 12:00',
      15,
      [],
      'pending',
      '100',
    ],
    [
      'of 100 % is broken by the first miss',
      100,
      '2026-11-15 12:00',
      15,
      [3],
      'missed',
      '93.33',
    ],
    [
      'below the target is at risk while the month runs',
      95,
      '2026-11-15 12:00',
      15,
      [3],
      'at-risk',
      '93.33',
    ],
    [
      'is met when enough of the month was',
      95,
      '2026-12-02 12:00',
      30,
      [3],
      'met',
      '96.66',
    ],
    [
      'is missed when it was not',
      97,
      '2026-12-02 12:00',
      30,
      [3],
      'missed',
      '96.66',
    ],
    [
      'out of nothing is none',
      100,
      '2026-11-01 01:00',
      0,
      [],
      'pending',
      undefined,
    ],
  ])('%s', (_, target, now, days, without, state, shown) => {
    const found = score([success(target)], now, {
      runs: runsUntil(days, without),
    });
    expect([found.state, found.shown]).toEqual([state, shown]);
  });

  it('keeps its counts, and coverage beside it', () => {
    const found = score([success(95)], '2026-12-02 12:00', {
      runs: runsUntil(30, [3]),
    });
    expect(found.tally).toMatchObject({
      unit: 'slots',
      met: 29,
      missed: 1,
      open: 0,
      expected: 30,
      judged: 30,
    });
    expect(found.coverage).toBe(100);
    expect(found.budget).toMatchObject({
      type: 'budget',
      allowed: 1.5,
      used: 1,
      left: 0.5,
    });
  });

  it('what is excluded is in neither, and is listed', () => {
    const exclusions = [
      { id: 'x1', from: at('2026-11-03 04:00'), to: at('2026-11-03 12:00') },
    ];
    const found = score([success(100)], '2026-12-02 12:00', {
      runs: runsUntil(30, [3]),
      exclusions,
    });
    expect(found).toMatchObject({ state: 'met', shown: '100' });
    expect(found.tally).toMatchObject({
      met: 29,
      missed: 0,
      excluded: 1,
      expected: 29,
      exclusionIds: ['x1'],
    });
  });

  it('an excluded slot that was met counts as little as one that was missed', () => {
    const exclusions = [
      { id: 'x1', from: at('2026-11-01 00:00'), to: at('2026-12-01 00:00') },
    ];
    const found = score([success(100)], '2026-12-02 12:00', {
      runs: runsUntil(30),
      exclusions,
    });
    expect([found.state, found.score, found.coverage]).toEqual([
      'excluded',
      undefined,
      undefined,
    ]);
  });
});
