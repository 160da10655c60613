import { at, NEW_YORK, shown } from './__testUtils__/instants';
import {
  inWords,
  judgeAt,
  measured,
  monitor,
  promise,
  run,
  slotLines,
} from './__testUtils__/judging';
import { monthOf } from './calendar/period';
import { Facts } from './facts';
import { revisionsOf } from './revision';
import { RuleVersion } from './rule';
import { countPromises } from './scores/promises';
import { scoreOf } from './scores/score';
import { tallyOf } from './scores/tally';

/*
 * What judges of promises usually get wrong, each with the rule we take. Two
 * terminal events of a run, and an event delivered twice, are settled where
 * events become runs; what is caused by an upstream, where issues are.
 */

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
  const tally = tallyOf(judgement, MONTH, at(instant));
  return scoreOf({ tally, month: MONTH, now: at(instant) });
}

describe('time decides, not events', () => {
  it('no run at all: a miss by the clock, at deadline and grace', () => {
    const judgement = judgeAt(investors, '2026-11-01 07:59', {});
    expect(shown(judgement.nextAt ?? 0)).toBe('2026-11-01 08:00 -05:00');
    expect(now(investors, '2026-11-01 08:01')).toBe('missed absent');
  });

  it('never seen since registration: pending until the first slot after it', () => {
    const registered = [
      promise(
        { id: 'd', type: 'delivery', audience: 'investors' },
        { from: at('2026-10-20 00:00') },
      ),
    ];
    expect(now(registered, '2026-10-31 00:00')).toBe('pending');
    expect(now(registered, '2026-11-01 08:01')).toBe('missed absent');
  });

  it('late stays late, also when the data of the day came after all', () => {
    const runs = [run('2026-11-01 06:00', { ended: '2026-11-01 20:00' })];
    expect(now(investors, '2026-11-30 00:00', { runs })).toBe('missed late');
  });

  it('event time decides what was on time, arrival time is kept beside it', () => {
    const told = run('2026-11-01 06:00', {
      ended: '2026-11-01 07:00',
      receivedAt: at('2026-11-01 11:00'),
    });
    expect(now(investors, '2026-11-01 10:00')).toBe('missed absent');
    expect(now(investors, '2026-11-01 12:00', { runs: [told] })).toBe('met');
  });

  it.each<[sentence: string, ended: string, expected: string]>([
    ['five minutes ahead is believed', '2026-11-01 08:04', 'missed late'],
    ['more is taken as when we heard of it', '2026-11-01 08:06', 'met'],
  ])('clock skew: %s', (_, ended, expected) => {
    const runs = [
      run('2026-11-01 06:00', { ended, receivedAt: at('2026-11-01 07:59') }),
    ];
    expect(now(investors, '2026-11-02 00:00', { runs })).toBe(expected);
  });
});

describe('runs', () => {
  it('ran, but old data: two rules, and only one is kept', () => {
    const fresh = [
      promise({
        id: 'f',
        type: 'freshness',
        maxAge: '24h',
        watermark: 'newest',
      }),
    ];
    const runs = [run('2026-11-01 06:00', { ended: '2026-11-01 06:30' })];
    const measurements = [
      measured('newest', '2026-11-01 06:30', at('2026-10-29 00:00')),
    ];
    expect(now(investors, '2026-11-01 07:00', { runs, measurements })).toBe(
      'met',
    );
    expect(now(fresh, '2026-11-01 07:00', { runs, measurements })).toBe(
      'missed stale',
    );
  });

  it('a failed or partial run refreshes nothing', () => {
    const fresh = [
      promise(
        { id: 'f', type: 'freshness', maxAge: '24h' },
        {
          with: {
            monitors: [{ id: 'r', type: 'required', metrics: ['revenue'] }],
          },
        },
      ),
    ];
    const runs = [
      run('2026-11-01 06:00', { ended: '2026-11-01 06:30' }),
      run('2026-11-02 06:00', { ended: '2026-11-02 06:30' }),
      run('2026-11-02 06:40', { ended: '2026-11-02 06:50', state: 'failed' }),
    ];
    const measurements = [measured('revenue', '2026-11-01 06:20', 5)];
    expect(now(fresh, '2026-11-02 07:00', { runs, measurements })).toBe(
      'missed stale',
    );
  });

  it('a retry inside a slot: met by the first good run, with all attempts shown', () => {
    const runs = [
      run('2026-11-01 06:00', { ended: '2026-11-01 06:10', state: 'failed' }),
      run('2026-11-01 06:20', { ended: '2026-11-01 06:40' }),
      run('2026-11-01 07:00', { ended: '2026-11-01 07:40' }),
    ];
    const { current } = judgeAt(investors, '2026-11-02 00:00', { runs });
    expect(current).toMatchObject({
      state: 'met',
      evidence: { runId: 'run 2026-11-01 06:20', attempts: 3, failed: 1 },
    });
  });

  it('a backfill is never late and takes nothing back', () => {
    const good = run('2026-11-01 06:00', { ended: '2026-11-01 07:00' });
    const backfill = run('2026-11-20 06:00', {
      ended: '2026-11-20 07:00',
      isBackfill: true,
      nominal: { start: at('2026-11-01 06:00') },
    });
    expect(now(investors, '2026-11-21 00:00', { runs: [good, backfill] })).toBe(
      'met',
    );
    expect(now(investors, '2026-11-21 00:00', { runs: [backfill] })).toBe(
      'missed absent',
    );
  });

  it('a backfill fills data rules: its figure is a figure', () => {
    const measurements = [
      measured('valid', '2026-11-03 05:00', { good: 999, total: 1_000 }),
    ];
    const runs = [
      run('2026-11-20 06:00', { ended: '2026-11-20 07:00', isBackfill: true }),
    ];
    expect(now(valid(99.9), '2026-11-21 00:00', { runs, measurements })).toBe(
      'met',
    );
  });

  it('a streaming job has no end to expect: a heartbeat is listened for', () => {
    const heartbeat = [
      monitor(
        { id: 's', type: 'silence', silentFor: '10m' },
        { from: at('2026-11-01 00:00') },
      ),
    ];
    const heard = [at('2026-11-01 12:00')];
    expect(now(heartbeat, '2026-11-01 12:09', { heard })).toBe('met');
    expect(now(heartbeat, '2026-11-01 12:10', { heard })).toBe('missed silent');
  });
});

describe('calendars', () => {
  it('zone and DST: the day the clocks go back has a delivery, at the same wall time', () => {
    const judgement = judgeAt(
      experiments,
      '2026-11-02 12:00',
      {},
      { from: '2026-10-31 00:00' },
    );
    expect(judgement.slots.map(({ slot }) => shown(slot.expectedAt))).toEqual([
      '2026-10-31 05:00 -04:00',
      '2026-11-01 05:00 -05:00',
      '2026-11-02 05:00 -05:00',
      '2026-11-03 05:00 -05:00',
    ]);
  });

  it('the 31st never vanishes from a month without one', () => {
    const monthly = [
      promise({
        id: 'd',
        type: 'delivery',
        deadline: '31st day of month 09:00',
      }),
    ];
    expect(
      slotLines(judgeAt(monthly, '2026-04-15 00:00', {})).map(line =>
        line.slice(0, 10),
      ),
    ).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']);
  });

  it('business days: a dated holiday moves the nth one', () => {
    const words = {
      id: 'd',
      type: 'delivery',
      deadline: '5th business day 09:00',
    } as const;
    const first = (versions: RuleVersion[]) =>
      slotLines(
        judgeAt(versions, '2026-11-01 00:00', {}, FROM_NOVEMBER),
      )[0].slice(0, 10);
    const holidays = [{ date: '2026-11-03', name: 'Election day' }];
    expect(first([promise(words)])).toBe('2026-11-06');
    expect(first([promise(words, { calendar: { holidays } })])).toBe(
      '2026-11-09',
    );
  });
});

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

describe('baselines', () => {
  const drop = [
    monitor({
      id: 'c',
      type: 'change',
      metric: 'profit',
      period: 'month',
      mustNotDropMoreThan: 10,
    }),
  ];
  const months = (october: number, november_?: number) => [
    measured('profit', '2026-10-31 12:00', october),
    ...(november_ === undefined
      ? []
      : [measured('profit', '2026-11-30 12:00', november_)]),
  ];

  it('the first month has none: no pass, and it lowers coverage', () => {
    expect(now(drop, '2026-11-15 00:00', { measurements: months(5) })).toBe(
      'no-baseline no-earlier-period',
    );
    expect(countPromises(['met', 'no-baseline'])).toMatchObject({
      score: 100,
      coverage: 50,
    });
  });

  it('a loss or 0 is none: not evaluable, with the reason', () => {
    expect(now(drop, '2026-12-15 00:00', { measurements: months(-5, 5) })).toBe(
      'no-baseline baseline-not-positive',
    );
    expect(now(drop, '2026-12-15 00:00', { measurements: months(0, 5) })).toBe(
      'no-baseline baseline-not-positive',
    );
  });

  it('a partial month is never compared with a full one', () => {
    const measurements = [
      ...months(1_000),
      measured('profit', '2026-09-30 12:00', 1_000),
      measured('profit', '2026-11-02 12:00', 30),
    ];
    expect(now(drop, '2026-11-15 00:00', { measurements })).toBe('met');
    expect(now(drop, '2026-12-01 00:00', { measurements })).toBe(
      'missed dropped',
    );
  });
});

describe('warnings', () => {
  const lag = [
    monitor({
      id: 'lag',
      type: 'threshold',
      metric: 'lag',
      mustBeLessThan: 10_000,
      for: '15m',
      recoverAfter: '1h',
    }),
  ];
  const lags = (...figures: [when: string, figure: number][]) =>
    figures.map(([when, figure]) =>
      measured('lag', `2026-11-03 ${when}`, figure),
    );

  it('a spike of Kafka lag is none', () => {
    const measurements = lags(['10:00', 20_000], ['10:14', 10]);
    expect(
      judgeAt(lag, '2026-11-03 12:00', { measurements }).intervals.map(
        ({ verdict }) => verdict.state,
      ),
    ).not.toContain('missed');
  });

  it('flapping is one warning, until all was well long enough', () => {
    const measurements = lags(
      ['10:00', 20_000],
      ['10:30', 10],
      ['11:00', 20_000],
      ['11:20', 10],
    );
    const missed = judgeAt(lag, '2026-11-03 15:00', {
      measurements,
    }).intervals.filter(({ verdict }) => verdict.state === 'missed');
    expect(
      missed.map(({ from, to }) => [
        shown(from).slice(11, 16),
        shown(to ?? 0).slice(11, 16),
      ]),
    ).toEqual([['10:15', '12:20']]);
  });

  it('resolution time is counted from the beginning of the trouble, also after reopening', () => {
    const mended = [promise({ id: 'r', type: 'resolution', within: '48h' })];
    const issue = {
      id: 'i',
      severity: 'critical',
      startedAt: at('2026-11-03 10:00'),
    } as const;
    const reopened = { ...issue, recoveredAt: at('2026-11-05 11:00') };
    expect(now(mended, '2026-11-09 00:00', { issues: [reopened] })).toBe(
      'missed late',
    );
    expect(
      judgeAt(mended, '2026-11-09 00:00', { issues: [reopened] }).slots,
    ).toHaveLength(1);
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
