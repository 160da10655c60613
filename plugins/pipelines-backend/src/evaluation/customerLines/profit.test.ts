import { at, DAY } from '../__testUtils__/instants';
import {
  inWords,
  judgeAt,
  measured,
  monitor,
  promise,
  run,
} from '../__testUtils__/judging';
import { Facts } from '../facts';
import { RuleVersion } from '../rule';

/* Lines of the customer's own document, on real dates. */

function now(
  version: RuleVersion,
  instant: string,
  known: Partial<Facts> = {},
) {
  return inWords(judgeAt([version], instant, known).current);
}

describe('Profit', () => {
  const drop = monitor({
    id: 'revenue',
    type: 'change',
    metric: 'revenue',
    period: 'month',
    mustNotDropMoreThan: 10,
  });

  it.each<[sentence: string, november: number, expected: string]>([
    ['-10.0 % from October to November is no alert', 900_000, 'met'],
    ['-10.1 % is one', 899_000, 'missed dropped'],
  ])('if revenue drops >10% from previous month: %s', (_, figure, expected) => {
    const measurements = [
      measured('revenue', '2026-10-31 23:00', 1_000_000),
      measured('revenue', '2026-11-30 23:00', figure),
    ];
    expect(now(drop, '2026-12-01 00:00', { measurements })).toBe(expected);
  });

  it.each<[age: string, when: string, expected: string]>([
    ['24 h', '2026-11-04 05:30', 'met'],
    ['24 h 01 min', '2026-11-04 05:31', 'missed stale'],
  ])('data freshness: 24 hours; %s', (_, when, expected) => {
    const fresh = promise({ id: 'f', type: 'freshness', maxAge: '24h' });
    const runs = [run('2026-11-03 05:00', { ended: '2026-11-03 05:30' })];
    expect(now(fresh, when, { runs })).toBe(expected);
  });

  it.each<[sentence: string, signed: string | undefined, expected: string]>([
    ['signed on the third business day', '2026-11-04 11:59', 'met'],
    ['a minute late', '2026-11-04 12:01', 'missed late'],
    ['never', undefined, 'missed unsigned'],
  ])('accuracy review: monthly by account team; %s', (_, signed, expected) => {
    const review = promise({
      id: 'r',
      type: 'review',
      every: 'month',
      by: 'accounts',
      due: '3rd business day 12:00',
    });
    const reviews = signed
      ? [
          {
            id: 's',
            ruleId: 'r',
            period: '2026-10',
            at: at(signed),
            isApproved: true,
          },
        ]
      : [];
    const { slots } = judgeAt(
      [review],
      '2026-11-05 00:00',
      { reviews },
      { from: '2026-11-01 00:00' },
    );
    expect(inWords(slots[0].verdict)).toBe(expected);
  });

  it('unusual expense spikes', () => {
    const spike = monitor({
      id: 'expenses',
      type: 'anomaly',
      metric: 'expenses',
      direction: 'spike',
      window: '90d',
    });
    const daily = (latest: number) =>
      Array.from({ length: 30 }, (_, index) => {
        const when = at('2026-10-05 05:00') + index * DAY;
        const figure = index === 29 ? latest : 1_000 + (index % 5);
        return measured('expenses', '2026-10-05 05:00', figure, {
          id: `e${index}`,
          at: when,
          receivedAt: when,
        });
      });
    const go = (latest: number) =>
      now(spike, '2026-11-03 12:00', { measurements: daily(latest) });
    expect([go(1_004), go(1_100), go(900)]).toEqual([
      'met',
      'missed unusual',
      'met',
    ]);
  });

  it.each<[sentence: string, recovered: string, expected: string]>([
    ['47 h 59 min', '2026-11-05 09:59', 'met'],
    ['48 h 01 min', '2026-11-05 10:01', 'missed late'],
  ])('critical issues within 48 hours: %s', (_, recovered, expected) => {
    const mended = promise({
      id: 'm',
      type: 'resolution',
      within: '48h',
      severities: ['critical'],
    });
    const issue = {
      id: 'i',
      severity: 'critical',
      startedAt: at('2026-11-03 10:00'),
      recoveredAt: at(recovered),
    } as const;
    const issues = [issue, { ...issue, id: 'j', severity: 'low' as const }];
    const { slots } = judgeAt([mended], '2026-11-09 00:00', { issues });
    expect(slots.map(({ verdict }) => inWords(verdict))).toEqual([expected]);
  });
});
