import type { Run, RunSlot } from '@techflow/backstage-plugin-pipelines-common';
import { KnownJob, KnownRun, StepSums } from '../database';
import { Schedule, slotOfRun } from '../evaluation/slotOfRun';
import { conflictOf, endOf } from '../ingest/openlineage/runState';
import { RunFacts } from '../ingest/openlineage/runFacts';

const SECOND_MS = 1_000;
const NO_STEPS: StepSums = { steps: 0 };

function remarksOf(facts: RunFacts): string[] {
  return [
    ...(facts.hasNoZone
      ? ['The sender gave times without a zone; they are read as UTC.']
      : []),
    ...(facts.isAhead
      ? ['The clock of the sender was more than five minutes ahead of ours.']
      : []),
  ];
}

/** How a run kept to the schedule it answers. */
function toSlot(
  run: KnownRun,
  schedules: readonly Schedule[],
  now: Date,
): RunSlot | undefined {
  const { facts, begunAt, state } = run;
  const nominal = facts.nominal?.is;
  const slot = slotOfRun(schedules, {
    begunAt,
    ...(nominal && {
      nominal: {
        start: new Date(nominal.start),
        ...(nominal.end && { end: new Date(nominal.end) }),
      },
    }),
  });
  if (!slot) return undefined;
  const end = endOf(facts);
  const isOpen = state === 'running' || state === 'unknown';
  const isBackfill = facts.isBackfill?.is ?? false;
  const seconds = (until: Date) =>
    Math.max(0, Math.round((+until - +slot.dueAt) / SECOND_MS));
  const lateBy = end ? seconds(new Date(end.at)) : seconds(now);
  const counts = !isBackfill && (isOpen || state === 'complete');
  return {
    audience: slot.audience,
    expectedAt: slot.expectedAt.toISOString(),
    dueAt: slot.dueAt.toISOString(),
    ...(counts && { lateBy }),
  };
}

/** A run as the API answers it. */
export function toRun(options: {
  run: KnownRun;
  /** Absent if its job was forgotten. */
  job?: KnownJob;
  steps?: StepSums;
  /** Schedules that its job answers. */
  schedules?: readonly Schedule[];
  now: Date;
}): Run {
  const { run, job, steps = NO_STEPS, schedules = [], now } = options;
  const { facts } = run;
  const end = endOf(facts);
  const conflict = conflictOf(facts);
  const slot = toSlot(run, schedules, now);
  const isStreaming = facts.isStreaming?.is ?? false;
  const until = end ? new Date(end.at) : now;
  const isTimed = facts.startedAt !== undefined;
  const rows = run.rows ?? steps.rows;
  return {
    id: run.id,
    runId: run.runId,
    job: { namespace: job?.namespace ?? '', name: job?.name ?? '' },
    jobId: run.jobId,
    state: run.state,
    ...(conflict && { conflict }),
    ...(run.parentId && { parentId: run.parentId }),
    steps: steps.steps,
    ...(facts.nominal && { nominal: facts.nominal.is }),
    ...(slot && { slot }),
    isBackfill: facts.isBackfill?.is ?? false,
    isStreaming,
    ...(facts.startedAt && { startedAt: facts.startedAt }),
    ...(end && { endedAt: end.at }),
    ...(isTimed && {
      duration: Math.max(0, (+until - +run.begunAt) / SECOND_MS),
    }),
    ...(rows !== undefined && { rows }),
    ...(facts.error && { error: facts.error.is }),
    ...(facts.engine && { engine: facts.engine.is }),
    producer: facts.producer.is,
    sender: facts.sender.is,
    ...(facts.link && { link: facts.link.is }),
    firstHeardAt: facts.heardAt,
    lastHeardAt: run.lastHeardAt.toISOString(),
    remarks: remarksOf(facts),
  };
}
