import { at, shown } from './__testUtils__/instants';
import {
  inWords,
  judgeAt,
  measured,
  monitor,
  promise,
} from './__testUtils__/judging';
import { Facts } from './facts';
import { RuleVersion } from './rule';
import { poolChecks } from './scores/checks';

/* What is compared with the wrong thing, and what warns without need. */

/** How a rule stands at an instant. */
function now(
  versions: RuleVersion[],
  instant: string,
  known: Partial<Facts> = {},
) {
  return inWords(judgeAt(versions, instant, known).current);
}

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
    const month = { unit: 'time', missed: 0, open: 0, excluded: 0 } as const;
    expect(
      poolChecks([
        { ...month, state: 'met', met: 1, expected: 1, judged: 1 },
        { ...month, state: 'no-baseline', met: 0, expected: 1, judged: 0 },
      ]),
    ).toMatchObject({ score: 100, coverage: 50 });
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
