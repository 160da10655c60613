import {
  CheckCounts,
  Evidence,
  Exclusion,
  JudgedInterval,
  JudgedSlot,
  MonitorSla,
  ObjectiveSla,
  PipelineSla,
  Review,
  Revision,
  Score,
  ScoreMonth,
  Verdict,
} from '@techflow/backstage-plugin-pipelines-common';
import { PIPELINE } from './ingestBuilders';

/** What the judges say, in small; each test changes what it is about. */

type EvidenceOf<T extends Evidence['type']> = Extract<Evidence, { type: T }>;

/** A good run of the slot of 8 November, due 12:00 in UTC. */
export function runEvidence(
  changes: Partial<EvidenceOf<'run'>> = {},
): EvidenceOf<'run'> {
  return {
    type: 'run',
    runId: 'run-1',
    endedAt: '2026-11-08T11:24:16.000Z',
    dueAt: '2026-11-08T12:00:00.000Z',
    attempts: 1,
    failed: 0,
    ...changes,
  };
}

/** Data of noon in UTC: three hours before the tests' own time. */
export function ageEvidence(
  changes: Partial<EvidenceOf<'age'>> = {},
): EvidenceOf<'age'> {
  return {
    type: 'age',
    source: 'watermark',
    newest: '2026-11-23T12:00:00.000Z',
    maxAgeMs: 86_400_000,
    ...changes,
  };
}

/** October, due at the beginning of November. */
export function reviewEvidence(
  changes: Partial<EvidenceOf<'review'>> = {},
): EvidenceOf<'review'> {
  return {
    type: 'review',
    period: '2026-10',
    dueAt: '2026-11-01T04:00:00.000Z',
    ...changes,
  };
}

/** Its run ended 2 h 10 min after it was due. */
export const LATE: Verdict = {
  state: 'missed',
  reason: 'late',
  evidence: runEvidence({
    runId: 'run-late',
    endedAt: '2026-11-08T14:10:00.000Z',
    lateByMs: 7_800_000,
  }),
};

/** A month of 29 good days out of 30. */
export function score(changes: Partial<Score> = {}): Score {
  return {
    state: 'pending',
    unit: 'slots',
    target: 95,
    met: 29,
    missed: 1,
    open: 0,
    excluded: 0,
    expected: 30,
    judged: 30,
    score: 96.667,
    shown: '96.6',
    coverage: 100,
    budget: { type: 'none' },
    exclusionIds: [],
    revision: 0,
    ...changes,
  };
}

export function checks(changes: Partial<CheckCounts> = {}): CheckCounts {
  return {
    met: 61,
    missed: 1,
    open: 0,
    excluded: 0,
    expected: 62,
    judged: 62,
    score: 98.387,
    shown: '98.3',
    coverage: 100,
    ...changes,
  };
}

/** Nothing was judged, so that there is no score either. */
export function noChecks(): CheckCounts {
  return { met: 0, missed: 0, open: 0, excluded: 0, expected: 0, judged: 0 };
}

/** November 2026 in New York. */
export function scoreMonth(changes: Partial<ScoreMonth> = {}): ScoreMonth {
  return {
    month: '2026-11',
    from: '2026-11-01T04:00:00.000Z',
    to: '2026-12-01T05:00:00.000Z',
    timeZone: 'America/New_York',
    closesAt: '2026-12-05T05:00:00.000Z',
    isClosed: false,
    ...changes,
  };
}

/** The freshness of the data, well since the beginning of the month. */
export function objectiveSla(
  changes: Partial<ObjectiveSla> = {},
): ObjectiveSla {
  return {
    id: 'fresh',
    type: 'freshness',
    current: { state: 'met', evidence: ageEvidence() },
    since: '2026-11-01T04:00:00.000Z',
    months: [],
    ...changes,
  };
}

export function monitorSla(changes: Partial<MonitorSla> = {}): MonitorSla {
  return {
    id: 'lag',
    type: 'threshold',
    severity: 'high',
    metrics: ['kafka.consumer-lag'],
    current: {
      state: 'missed',
      reason: 'out-of-limits',
      evidence: {
        type: 'figure',
        value: 12_040,
        limit: { operator: 'mustBeLessThan', values: [10_000] },
      },
    },
    since: '2026-11-23T13:00:00.000Z',
    ...changes,
  };
}

export function pipelineSla(changes: Partial<PipelineSla> = {}): PipelineSla {
  return {
    pipelineRef: PIPELINE,
    signalId: 'signal-profit',
    month: scoreMonth(),
    judgedSince: '2026-08-01T04:00:00.000Z',
    checks: checks(),
    objectives: [objectiveSla()],
    monitors: [],
    exclusions: [],
    revisions: [],
    changes: [],
    ...changes,
  };
}

/** A backend that has not judged anything yet. */
export function unjudgedSla(): PipelineSla {
  return pipelineSla({
    judgedSince: undefined,
    checks: noChecks(),
    objectives: [],
  });
}

/** The daily slot of a day of November 2026, good unless told. */
export function slot(
  date: number,
  verdict: Verdict = { state: 'met', evidence: runEvidence() },
): JudgedSlot {
  const day = `2026-11-${String(date).padStart(2, '0')}`;
  return {
    key: `${day}T11:00:00.000Z`,
    expectedAt: `${day}T11:00:00.000Z`,
    dueAt: `${day}T12:00:00.000Z`,
    day,
    verdict,
    versionId: 'version-1',
  };
}

/** From the evening of 17 November for 3 h 10 min: the data was too old. */
export function interval(
  changes: Partial<JudgedInterval> = {},
): JudgedInterval {
  return {
    from: '2026-11-17T20:00:00.000Z',
    to: '2026-11-17T23:10:00.000Z',
    verdict: {
      state: 'missed',
      reason: 'stale',
      evidence: ageEvidence({ newest: '2026-11-16T20:00:00.000Z' }),
    },
    versionId: 'version-1',
    ...changes,
  };
}

export function exclusion(changes: Partial<Exclusion> = {}): Exclusion {
  return {
    id: 'exclusion-1',
    pipelineRef: PIPELINE,
    type: 'maintenance',
    reason: 'The warehouse is moved',
    from: '2026-11-19T05:00:00.000Z',
    to: '2026-11-20T05:00:00.000Z',
    author: 'user:default/engineer-a',
    createdAt: '2026-11-18T15:00:00.000Z',
    ...changes,
  };
}

export function review(changes: Partial<Review> = {}): Review {
  return {
    id: 'review-1',
    pipelineRef: PIPELINE,
    objective: 'review',
    period: '2026-09',
    isApproved: true,
    by: 'user:default/cfo',
    at: '2026-10-01T10:00:00.000Z',
    ...changes,
  };
}

export function revision(changes: Partial<Revision> = {}): Revision {
  return {
    id: 'revision-1',
    objective: 'fresh',
    month: '2026-10',
    at: '2026-11-09T10:00:00.000Z',
    reason: 'Runs of 12 October came in late',
    before: score({ state: 'missed' }),
    after: score({
      state: 'met',
      met: 30,
      missed: 0,
      score: 100,
      shown: '100',
    }),
    ...changes,
  };
}
