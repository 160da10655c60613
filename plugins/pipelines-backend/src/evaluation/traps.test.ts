import { at, shown } from './__testUtils__/instants';
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
import { RuleVersion } from './rule';

/*
 * What judges of promises usually get wrong, each with the rule we take; what
 * goes wrong in counting and warning is in the files beside. Two terminal events of a
 * run, and an event delivered twice, are settled where events become runs; what
 * is caused by an upstream, where issues are.
 */

const FROM_NOVEMBER = { from: '2026-11-01 00:00' };

const investors = [
  promise({ id: 'd', type: 'delivery', audience: 'investors' }),
];
const experiments = [
  promise({ id: 'd', type: 'delivery', audience: 'experiments' }),
];

/** How a rule stands at an instant. */
function now(
  versions: RuleVersion[],
  instant: string,
  known: Partial<Facts> = {},
) {
  return inWords(judgeAt(versions, instant, known).current);
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
    const valid = [
      promise({ id: 'v', type: 'ratio', metric: 'valid', target: 99.9 }),
    ];
    expect(now(valid, '2026-11-21 00:00', { runs, measurements })).toBe('met');
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

  it.each<[month: string, zone: string, seconds: number]>([
    ['2025-03', 'America/New_York', 2_674_800],
    ['2025-11', 'America/New_York', 2_595_600],
  ])('zone and DST: %s in %s has %s seconds', (month, zone, seconds) => {
    const { from, to } = monthOf(month, zone);
    expect((to - from) / 1_000).toBe(seconds);
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
