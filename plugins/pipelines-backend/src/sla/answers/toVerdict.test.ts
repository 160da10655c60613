import type {
  Evidence,
  Verdict,
} from '@techflow/backstage-plugin-pipelines-common';
import {
  Evidence as JudgedEvidence,
  Verdict as JudgedVerdict,
} from '../../evaluation';
import { toEvidence, toVerdict } from './toVerdict';

const AT = Date.UTC(2026, 10, 1, 11);
const ISO = '2026-11-01T11:00:00.000Z';

/** One of each type: the compiler finds those that are missing. */
const CASES: {
  [T in JudgedEvidence['type']]: {
    judged: Extract<JudgedEvidence, { type: T }>;
    answered: Extract<Evidence, { type: T }>;
  };
} = {
  run: {
    judged: {
      type: 'run',
      runId: 'r',
      endedAt: AT,
      dueAt: AT,
      lateByMs: 5,
      attempts: 2,
      failed: 1,
      lacks: ['revenue'],
    },
    answered: {
      type: 'run',
      runId: 'r',
      endedAt: ISO,
      dueAt: ISO,
      lateByMs: 5,
      attempts: 2,
      failed: 1,
      lacks: ['revenue'],
    },
  },
  age: {
    judged: {
      type: 'age',
      source: 'watermark',
      id: 'm',
      newest: AT,
      maxAgeMs: 9,
      isClamped: true,
    },
    answered: {
      type: 'age',
      source: 'watermark',
      newest: ISO,
      maxAgeMs: 9,
      isClamped: true,
    },
  },
  share: {
    judged: { type: 'share', id: 'm', good: 1, total: 2, target: 99 },
    answered: { type: 'share', good: 1, total: 2, target: 99 },
  },
  figure: {
    judged: {
      type: 'figure',
      id: 'm',
      value: 7,
      limit: { operator: 'mustBeBetween', values: [1, 5] },
    },
    answered: {
      type: 'figure',
      value: 7,
      limit: { operator: 'mustBeBetween', values: [1, 5] },
    },
  },
  change: {
    judged: {
      type: 'change',
      id: 'm',
      period: '2026-10',
      value: 89,
      before: 100,
      beforeId: 'n',
      periodBefore: '2026-09',
    },
    answered: {
      type: 'change',
      period: '2026-10',
      value: 89,
      before: 100,
      periodBefore: '2026-09',
    },
  },
  spread: {
    judged: {
      type: 'spread',
      id: 'm',
      value: 9,
      median: 5,
      mad: 1,
      samples: 14,
      deviations: 4,
    },
    answered: {
      type: 'spread',
      value: 9,
      median: 5,
      mad: 1,
      samples: 14,
      deviations: 4,
    },
  },
  pair: {
    judged: {
      type: 'pair',
      id: 'm',
      value: 9,
      againstId: 'n',
      against: 10,
      tolerance: 0,
    },
    answered: { type: 'pair', value: 9, against: 10, tolerance: 0 },
  },
  required: {
    judged: { type: 'required', runId: 'r', lacks: ['cost'] },
    answered: { type: 'required', runId: 'r', lacks: ['cost'] },
  },
  heard: {
    judged: { type: 'heard', lastAt: AT, silentForMs: 9 },
    answered: { type: 'heard', lastAt: ISO, silentForMs: 9 },
  },
  downtime: {
    judged: { type: 'downtime', alertIds: ['a'] },
    answered: { type: 'downtime', alertIds: ['a'] },
  },
  issue: {
    judged: {
      type: 'issue',
      issueId: 'i',
      severity: 'high',
      startedAt: AT,
      recoveredAt: AT,
      dueAt: AT,
    },
    answered: {
      type: 'issue',
      issueId: 'i',
      severity: 'high',
      startedAt: ISO,
      recoveredAt: ISO,
      dueAt: ISO,
    },
  },
  review: {
    judged: {
      type: 'review',
      period: '2026-10',
      reviewId: 'v',
      signedAt: AT,
      dueAt: AT,
    },
    answered: {
      type: 'review',
      period: '2026-10',
      reviewId: 'v',
      signedAt: ISO,
      dueAt: ISO,
    },
  },
  error: {
    judged: { type: 'error', id: 'm', error: 'no route' },
    answered: { type: 'error', error: 'no route' },
  },
  none: { judged: { type: 'none' }, answered: { type: 'none' } },
};

describe('evidence', () => {
  it.each(Object.values(CASES))('of type $judged.type', each => {
    expect(toEvidence(each.judged)).toStrictEqual(each.answered);
  });

  it.each<[JudgedEvidence, Evidence]>([
    [
      { type: 'run', dueAt: AT, attempts: 0, failed: 0 },
      { type: 'run', dueAt: ISO, attempts: 0, failed: 0 },
    ],
    [
      { type: 'heard', silentForMs: 9 },
      { type: 'heard', silentForMs: 9 },
    ],
    [
      { type: 'review', period: '2026-10', dueAt: AT },
      { type: 'review', period: '2026-10', dueAt: ISO },
    ],
  ])('leaves out what is not there', (judged, answered) => {
    expect(toEvidence(judged)).toStrictEqual(answered);
  });
});

describe('a verdict', () => {
  const evidence = { type: 'none' } as const;

  it.each<[JudgedVerdict, Verdict]>([
    [
      { state: 'met', evidence },
      { state: 'met', evidence },
    ],
    [
      { state: 'pending', evidence },
      { state: 'pending', evidence },
    ],
    [
      { state: 'missed', reason: 'late', evidence },
      { state: 'missed', reason: 'late', evidence },
    ],
    [
      { state: 'at-risk', reason: 'due-soon', evidence },
      { state: 'at-risk', reason: 'due-soon', evidence },
    ],
    [
      { state: 'no-data', reason: 'error', evidence },
      { state: 'no-data', reason: 'error', evidence },
    ],
    [
      { state: 'no-baseline', reason: 'no-spread', evidence },
      { state: 'no-baseline', reason: 'no-spread', evidence },
    ],
    [
      { state: 'excluded', exclusionIds: ['x'], evidence },
      { state: 'excluded', exclusionIds: ['x'], evidence },
    ],
  ])('that is %j', (judged, answered) => {
    expect(toVerdict(judged)).toStrictEqual(answered);
  });
});
