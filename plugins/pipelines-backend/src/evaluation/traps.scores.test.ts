import { at, NEW_YORK } from './__testUtils__/instants';
import {
  inWords,
  judgeAt,
  measured,
  monitor,
  monthTally,
  promise,
  run,
} from './__testUtils__/judging';
import { monthOf } from './calendar/period';
import { Facts } from './facts';
import { revisionsOf } from './revision';
import { RuleVersion } from './rule';
import { scoreOf } from './scores/score';

/* What is usually counted wrong. */

const MONTH = monthOf('2026-11', NEW_YORK);
const FROM_NOVEMBER = { from: '2026-11-01 00:00' };

const investors = [
  promise({ id: 'd', type: 'delivery', audience: 'investors' }),
];
const experiments = [
  promise({ id: 'd', type: 'delivery', audience: 'experiments' }),
];
const valid = (target: number) => [
  promise({ id: 'v', type: 'ratio', metric: 'valid', target }),
];

/** How a rule stands at an instant. */
function now(
  versions: RuleVersion[],
  instant: string,
  known: Partial<Facts> = {},
) {
  return inWords(judgeAt(versions, instant, known).current);
}

function november(
  versions: RuleVersion[],
  instant: string,
  known: Partial<Facts>,
) {
  const judgement = judgeAt(versions, instant, known, FROM_NOVEMBER);
  const tally = monthTally(judgement, MONTH, at(instant));
  return scoreOf({ tally, month: MONTH, now: at(instant) });
}

describe('what does not count', () => {
  const exclusions = [
    { id: 'x', from: at('2026-11-02 00:00'), to: at('2026-11-03 00:00') },
  ];

  it('a pause is excluded by name, and is no pass', () => {
    const found = november(experiments, '2026-11-04 00:00', { exclusions });
    expect(found.tally).toMatchObject({
      met: 0,
      missed: 2,
      excluded: 1,
      expected: 2,
      exclusionIds: ['x'],
    });
    expect(found.score).toBe(0);
  });

  it('no retroactive exclusion without a revision', () => {
    const closed = { ...FROM_NOVEMBER, to: '2026-12-01 00:00' };
    const go = (known: Partial<Facts>) =>
      judgeAt(experiments, '2026-12-20 00:00', known, closed);
    const revisions = revisionsOf({
      before: go({}),
      after: go({ exclusions }),
      window: MONTH,
    });
    expect(revisions).toMatchObject([
      {
        type: 'slot',
        before: { state: 'missed' },
        after: { state: 'excluded' },
      },
    ]);
  });

  it('division by zero: a total of 0 is no data, neither 0 nor 100', () => {
    const measurements = [
      measured('valid', '2026-11-03 05:00', { good: 0, total: 0 }),
    ];
    const found = november(valid(99.9), '2026-12-02 00:00', { measurements });
    expect([found.state, found.score, found.shown, found.coverage]).toEqual([
      'no-data',
      undefined,
      undefined,
      0,
    ]);
  });

  it('missing, failed and 0 are three things', () => {
    const limit = [
      monitor({
        id: 't',
        type: 'threshold',
        metric: 'm',
        mustBeGreaterThan: 1,
      }),
    ];
    const go = (...measurements: Facts['measurements']) =>
      now(limit, '2026-11-04 00:00', { measurements });
    expect([
      go(),
      go(measured('m', '2026-11-03 05:00', { error: 'timeout' })),
      go(measured('m', '2026-11-03 05:00', 0)),
    ]).toEqual([
      'no-data never-measured',
      'no-data error',
      'missed out-of-limits',
    ]);
  });

  it('no data on a warning: it stays, and says since when nothing was measured', () => {
    const limit = [
      monitor({ id: 't', type: 'threshold', metric: 'm', mustBeLessThan: 5 }),
    ];
    const measurements = [
      measured('m', '2026-11-03 05:00', 9),
      measured('m', '2026-11-03 06:00', { error: 'timeout' }),
    ];
    const { current } = judgeAt(limit, '2026-11-09 00:00', { measurements });
    expect(current).toMatchObject({
      state: 'missed',
      evidence: { id: 'm 2026-11-03 05:00' },
    });
  });
});

describe('scores', () => {
  const counted = (day: string, good: number, total: number) =>
    measured('valid', `2026-11-${day} 05:00`, { good, total });

  it('a target of 100 %: the first miss breaks it, and there is no budget', () => {
    const found = november(valid(100), '2026-11-15 00:00', {
      measurements: [counted('03', 9_999, 10_000)],
    });
    expect([found.state, found.budget]).toEqual(['missed', { type: 'none' }]);
  });

  it('averages of averages: events are pooled', () => {
    const measurements = [counted('03', 0, 1), counted('04', 9_999, 9_999)];
    expect(
      november(valid(99.9), '2026-12-02 00:00', { measurements }).shown,
    ).toBe('99.99');
  });

  it('rounding: 99.899 % is missed, and never shown as 99.9 %', () => {
    const found = november(valid(99.9), '2026-12-02 00:00', {
      measurements: [counted('03', 99_899, 100_000)],
    });
    expect([found.state, found.shown]).toEqual(['missed', '99.89']);
  });

  it('rounding: 99.95 % is never shown as 100 %', () => {
    const found = november(valid(100), '2026-12-02 00:00', {
      measurements: [counted('03', 9_995, 10_000)],
    });
    expect([found.state, found.shown]).toEqual(['missed', '99.95']);
  });

  it('a rule changed in the month: each part by the rule that held', () => {
    const changed = at('2026-11-15 00:00');
    const versions = [
      promise(
        { id: 'v', type: 'ratio', metric: 'valid', target: 90 },
        { id: 'v1', to: changed },
      ),
      promise(
        { id: 'v', type: 'ratio', metric: 'valid', target: 99.9 },
        { id: 'v2', from: changed },
      ),
    ];
    const measurements = [
      counted('03', 950, 1_000),
      counted('20', 1_000, 1_000),
    ];
    const found = november(versions, '2026-12-02 00:00', { measurements });
    expect([
      found.state,
      found.tally.parts.map(({ target }) => target),
    ]).toEqual(['met', [90, 99.9]]);
  });

  it('a late correction of a closed month is a revision, with old and new', () => {
    const before = judgeAt(
      investors,
      '2026-12-05 00:00',
      {},
      { ...FROM_NOVEMBER, to: '2026-12-01 00:00' },
    );
    const runs = [
      run('2026-11-01 06:00', {
        ended: '2026-11-01 07:00',
        receivedAt: at('2026-12-10 00:00'),
      }),
    ];
    const after = judgeAt(
      investors,
      '2026-12-10 00:00',
      { runs },
      { ...FROM_NOVEMBER, to: '2026-12-01 00:00' },
    );
    expect(revisionsOf({ before, after, window: MONTH })).toMatchObject([
      { type: 'slot', before: { state: 'missed' }, after: { state: 'met' } },
    ]);
  });
});
