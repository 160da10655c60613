import {
  Evidence,
  Verdict,
  VerdictReason,
  VerdictState,
} from '@techflow/backstage-plugin-pipelines-common';
import {
  ageEvidence,
  LATE,
  NOW,
  readAnywhere,
  readInBerlin,
  reviewEvidence,
  runEvidence,
} from '../__testUtils__';
import { evidenceWords } from './evidenceWords';
import { factWords } from './factWords';

const reading = { now: Date.parse(NOW) };
const HOUR = 3_600_000;

const v = (
  state: VerdictState,
  reason: VerdictReason | undefined,
  evidence: Evidence,
): Verdict => ({ state, reason, evidence });

const tomorrow = '2026-12-01T11:00:00.000Z';
const soon = '2026-11-23T17:30:00.000Z';
const change = {
  type: 'change',
  period: '2026-10',
  value: 87_600,
  before: 100_000,
  periodBefore: '2026-09',
} as const;
const spread = {
  type: 'spread',
  value: 5_100,
  median: 1_200,
  mad: 100,
  samples: 90,
  deviations: 6,
} as const;
const issue = {
  type: 'issue',
  issueId: 'issue-1',
  severity: 'critical',
  startedAt: '2026-11-22T22:00:00.000Z',
  dueAt: '2026-11-24T22:00:00.000Z',
} as const;
const none = { type: 'none' } as const;

/** Each verdict, what its chip says, and what its evidence says. */
const CASES: [string, Verdict, string, string][] = [
  [
    'a run in time',
    v('met', undefined, runEvidence()),
    'on time',
    'A good run ended Sun 8 Nov 12:24, on time: it was due Sun 8 Nov 13:00.',
  ],
  [
    'a late run',
    LATE,
    'late by 2 h 10 min',
    'A good run ended Sun 8 Nov 15:10, late by 2 h 10 min: it was due Sun 8 Nov 13:00.',
  ],
  [
    'no run at all',
    v(
      'missed',
      'absent',
      runEvidence({ runId: undefined, endedAt: undefined, attempts: 0 }),
    ),
    'no run came',
    'No run came by Sun 8 Nov 13:00.',
  ],
  [
    'failed runs only',
    v(
      'missed',
      'failed',
      runEvidence({ endedAt: undefined, attempts: 3, failed: 3 }),
    ),
    'run failed',
    'No good run came by Sun 8 Nov 13:00: the last one failed. 3 attempts, 3 of them failed.',
  ],
  [
    'a run without its figures',
    v(
      'missed',
      'incomplete',
      runEvidence({ endedAt: undefined, lacks: ['revenue', 'costs'] }),
    ),
    'figures missing',
    'No complete run came by Sun 8 Nov 13:00. The run lacks revenue, costs.',
  ],
  [
    'a run that does not end',
    v('missed', 'running', runEvidence({ endedAt: undefined })),
    'not ended in time',
    'A run had begun, and had not ended by Sun 8 Nov 13:00.',
  ],
  [
    'a failed run before it is due',
    v(
      'at-risk',
      'failed',
      runEvidence({ dueAt: soon, endedAt: undefined, failed: 1 }),
    ),
    'failed, due in 2 h 30 min',
    'The last run failed. A good one is due Mon 23 Nov 18:30. 1 attempt, 1 of them failed.',
  ],
  [
    'a run that is due soon',
    v(
      'at-risk',
      'due-soon',
      runEvidence({ dueAt: soon, endedAt: undefined, attempts: 0 }),
    ),
    'due in 2 h 30 min',
    'No good run yet. It is due Mon 23 Nov 18:30.',
  ],
  [
    'a run that is due some day',
    v(
      'pending',
      undefined,
      runEvidence({ dueAt: tomorrow, endedAt: undefined, attempts: 0 }),
    ),
    'due 1 Dec 12:00',
    'No good run yet. It is due Tue 1 Dec 12:00.',
  ],
  [
    'data that is new enough',
    v('met', undefined, ageEvidence()),
    '3 h old',
    'The newest data is of Mon 23 Nov 13:00: 3 h old, where 24 h are allowed. Read from the timestamp of the newest data.',
  ],
  [
    'data that is too old, by the last run, with a clock ahead',
    v(
      'missed',
      'stale',
      ageEvidence({
        newest: '2026-11-21T12:00:00.000Z',
        source: 'last-good-run',
        maxAgeMs: 48 * HOUR,
        isClamped: true,
      }),
    ),
    '51 h old',
    "The newest data is of Sat 21 Nov 13:00: 51 h old, where 48 h are allowed. Read from the end of the last good run. The sender's clock was ahead; the time at which we received it is taken.",
  ],
  [
    'a share kept',
    v('met', undefined, {
      type: 'share',
      good: 2014,
      total: 2014,
      target: 100,
    }),
    '2,014 of 2,014',
    '2,014 of 2,014 are good (100 %); 100 % is promised.',
  ],
  [
    'a share just missed, which is never rounded up',
    v('missed', 'below-target', {
      type: 'share',
      good: 99_899,
      total: 100_000,
      target: 99.9,
    }),
    '99,899 of 100,000',
    '99,899 of 100,000 are good (99.89 %); 99.9 % is promised.',
  ],
  [
    'a figure above its limit',
    v('missed', 'out-of-limits', {
      type: 'figure',
      value: 12_040,
      limit: { operator: 'mustBeLessThan', values: [10_000] },
    }),
    '12,040',
    'It was 12,040; it must be below 10,000.',
  ],
  [
    'a figure in its range',
    v('met', undefined, {
      type: 'figure',
      value: 4,
      limit: { operator: 'mustBeBetween', values: [1, 5] },
    }),
    '4',
    'It was 4; it must be between 1 and 5.',
  ],
  [
    'a figure that must hold a little longer',
    v('at-risk', 'holding', {
      type: 'figure',
      value: 7,
      limit: { operator: 'mustBe', values: [5] },
    }),
    '7',
    'It was 7; it must be exactly 5. It is so, but not for long enough to warn yet.',
  ],
  [
    'a drop',
    v('missed', 'dropped', change),
    '−12.4\u00a0%',
    'October: 87,600; September: 100,000. −12.4\u00a0%.',
  ],
  [
    'a rise',
    v('missed', 'rose', { ...change, value: 130_000 }),
    '+30\u00a0%',
    'October: 130,000; September: 100,000. +30\u00a0%.',
  ],
  [
    'a loss the month before',
    v('no-baseline', 'baseline-not-positive', { ...change, before: -5 }),
    'no percentage',
    'October: 87,600; September: -5. The earlier figure is zero or less: a percentage of it says nothing, and none is taken.',
  ],
  [
    'next to nothing the month before',
    v('no-baseline', 'baseline-too-small', { ...change, before: 2 }),
    'too small to compare',
    'October: 87,600; September: 2. The earlier figure is too small to take a percentage of it.',
  ],
  [
    'the first month',
    v('no-baseline', 'no-earlier-period', none),
    'nothing to compare',
    'There is no earlier period to compare with yet.',
  ],
  [
    'nothing unusual',
    v('met', undefined, { ...spread, value: 1_250 }),
    'normal',
    'It was 1,250. Usual is 1,200, from 600 to 1,800, by 90 figures before it.',
  ],
  [
    'something unusual',
    v('missed', 'unusual', spread),
    '5,100',
    'It was 5,100. Usual is 1,200, from 600 to 1,800, by 90 figures before it.',
  ],
  [
    'figures that never moved',
    v('no-baseline', 'no-spread', { ...spread, mad: 0 }),
    'no spread',
    'It was 5,100. Usual is 1,200, by 90 figures before it. All figures before were nearly the same, so that nothing says what is unusual.',
  ],
  [
    'too short a past',
    v('no-baseline', 'too-few-samples', none),
    'too few figures',
    'There are too few figures yet to say what is usual.',
  ],
  [
    'two figures that agree',
    v('met', undefined, { type: 'pair', value: 10, against: 10, tolerance: 0 }),
    'agree',
    '10 against 10; they must be the same.',
  ],
  [
    'two figures that differ',
    v('missed', 'differs', {
      type: 'pair',
      value: 1_032,
      against: 1_000,
      tolerance: 1,
    }),
    '+3.2\u00a0%',
    '1,032 against 1,000; they may differ by 1 %.',
  ],
  [
    'two figures that differ, one of them nothing',
    v('missed', 'differs', {
      type: 'pair',
      value: 5,
      against: 0,
      tolerance: 1,
    }),
    'differ by 5',
    '5 against 0; they may differ by 1 %.',
  ],
  [
    'a run that lacks figures',
    v('missed', 'incomplete', {
      type: 'required',
      runId: 'run-1',
      lacks: ['churn', 'revenue'],
    }),
    '2 missing',
    'The run lacks churn, revenue.',
  ],
  [
    'a run with all figures',
    v('met', undefined, { type: 'required', runId: 'run-1', lacks: [] }),
    'all there',
    'The run has all figures.',
  ],
  [
    'silence',
    v('missed', 'silent', {
      type: 'heard',
      lastAt: '2026-11-23T12:30:00.000Z',
      silentForMs: HOUR,
    }),
    'silent for 2 h 30 min',
    'Last heard Mon 23 Nov 13:30. It may be silent for 1 h.',
  ],
  [
    'silence from the beginning',
    v('missed', 'silent', { type: 'heard', silentForMs: HOUR }),
    'never heard',
    'Nothing was heard since this is watched. It may be silent for 1 h.',
  ],
  [
    'something heard lately',
    v('met', undefined, {
      type: 'heard',
      lastAt: '2026-11-23T14:57:00.000Z',
      silentForMs: HOUR,
    }),
    'heard 3 min ago',
    'Last heard Mon 23 Nov 15:57. It may be silent for 1 h.',
  ],
  [
    'downtime',
    v('missed', 'down', { type: 'downtime', alertIds: ['a', 'b'] }),
    'down',
    '2 alerts said that it was down.',
  ],
  [
    'nobody watching',
    v('no-data', 'not-watched', none),
    'not watched',
    'Nothing watches whether it is up: no alert names this pipeline.',
  ],
  [
    'an issue with time left',
    v('at-risk', 'due-soon', issue),
    '31 h left',
    'The trouble (critical) began Sun 22 Nov 23:00 and was to be mended by Tue 24 Nov 23:00. It is not mended yet.',
  ],
  [
    'an issue mended in time',
    v('met', undefined, { ...issue, recoveredAt: '2026-11-23T03:00:00.000Z' }),
    'mended in 5 h',
    'The trouble (critical) began Sun 22 Nov 23:00 and was to be mended by Tue 24 Nov 23:00. It was mended Mon 23 Nov 04:00.',
  ],
  [
    'an issue mended late',
    v('missed', 'late', {
      ...issue,
      dueAt: '2026-11-23T02:00:00.000Z',
      recoveredAt: '2026-11-23T03:00:00.000Z',
    }),
    'mended late by 1 h',
    'The trouble (critical) began Sun 22 Nov 23:00 and was to be mended by Mon 23 Nov 03:00. It was mended Mon 23 Nov 04:00.',
  ],
  [
    'an issue nobody mended',
    v('missed', 'unresolved', { ...issue, dueAt: '2026-11-23T02:00:00.000Z' }),
    'not mended',
    'The trouble (critical) began Sun 22 Nov 23:00 and was to be mended by Mon 23 Nov 03:00. It is not mended yet.',
  ],
  [
    'a month that is signed',
    v(
      'met',
      undefined,
      reviewEvidence({ signedAt: '2026-10-31T10:00:00.000Z' }),
    ),
    'October signed',
    'October was signed Sat 31 Oct 11:00, on time: it was due Sun 1 Nov 05:00.',
  ],
  [
    'a month that nobody signed',
    v('missed', 'unsigned', reviewEvidence()),
    'October not signed',
    'October was not signed by Sun 1 Nov 05:00.',
  ],
  [
    'a month signed late',
    v(
      'missed',
      'late',
      reviewEvidence({ signedAt: '2026-11-03T10:00:00.000Z' }),
    ),
    'October signed late',
    'October was signed Tue 3 Nov 11:00, after it was due Sun 1 Nov 05:00.',
  ],
  [
    'a month found wrong',
    v(
      'at-risk',
      'failed',
      reviewEvidence({
        dueAt: '2026-11-30T11:00:00.000Z',
        signedAt: '2026-11-20T10:00:00.000Z',
      }),
    ),
    'October found wrong',
    'October was found wrong Fri 20 Nov 11:00. It can be signed until Mon 30 Nov 12:00.',
  ],
  [
    'a month that can be signed',
    v(
      'pending',
      undefined,
      reviewEvidence({ dueAt: '2026-11-30T11:00:00.000Z' }),
    ),
    'October due 30 Nov 12:00',
    'October is to be signed by Mon 30 Nov 12:00.',
  ],
  [
    'a measurement with an error',
    v('no-data', 'error', { type: 'error', error: 'connect ECONNREFUSED' }),
    'not measured',
    'It could not be measured: connect ECONNREFUSED',
  ],
  [
    'nothing measured yet',
    v('no-data', 'never-measured', none),
    'not measured',
    'Nothing was measured yet.',
  ],
  [
    'a period without a figure',
    v('no-data', 'not-measured', none),
    'not measured',
    'Nothing was measured for the period.',
  ],
  [
    'a total of nothing',
    v('no-data', 'total-zero', none),
    'nothing to count',
    'There was nothing to count: the total was 0.',
  ],
  [
    'an excluded run that failed',
    v('excluded', 'failed', runEvidence({ endedAt: undefined, failed: 1 })),
    'excluded',
    'This does not count: it is excluded. No good run came by Sun 8 Nov 13:00: the last one failed. 1 attempt, 1 of them failed.',
  ],
  [
    'an excluded slot without a run',
    v('excluded', undefined, runEvidence({ endedAt: undefined, attempts: 0 })),
    'excluded',
    'This does not count: it is excluded. A run was due Sun 8 Nov 13:00.',
  ],
  ['up', v('met', undefined, none), 'met', 'Nothing spoke against it.'],
  [
    'not begun',
    v('pending', undefined, none),
    'pending',
    'It is not decided yet.',
  ],
];

describe('a verdict in words', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it.each(CASES)('of %s', (_, verdict, fact, evidence) => {
    expect(factWords(verdict, reading)).toBe(fact);
    expect(evidenceWords(verdict, reading).join(' ')).toBe(evidence);
  });

  it('goes on with the clock', () => {
    const fresh = v('met', undefined, ageEvidence());
    const later = { now: reading.now + 26 * HOUR };
    expect(factWords(fresh, later)).toBe('29 h old');
  });

  it('tells of a time that is over how it was at its end', () => {
    const stale = v('missed', 'stale', ageEvidence());
    const then = { ...reading, until: '2026-11-23T14:30:00.000Z' };
    expect(factWords(stale, then)).toBe('2 h 30 min old');
    expect(evidenceWords(stale, then)[0]).toBe(
      'The newest data was of Mon 23 Nov 13:00: 2 h 30 min old, where 24 h are allowed.',
    );
  });

  it('writes figures and metrics as the page calls them', () => {
    const own = {
      ...reading,
      figure: (value: number) => `${value} messages`,
      metricName: (metric: string) => `the ${metric}`,
    };
    expect(
      evidenceWords(
        v('missed', 'out-of-limits', {
          type: 'figure',
          value: 7,
          limit: { operator: 'mustBeLessThan', values: [5] },
        }),
        own,
      ),
    ).toEqual(['It was 7 messages; it must be below 5 messages.']);
    expect(
      evidenceWords(
        v('missed', 'incomplete', {
          type: 'required',
          runId: 'run-1',
          lacks: ['churn'],
        }),
        own,
      ),
    ).toEqual(['The run lacks the churn.']);
  });
});
