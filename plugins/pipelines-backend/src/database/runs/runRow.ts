import { Knex } from 'knex';
import { RunState } from '@techflow/backstage-plugin-pipelines-common';
import { jobIdOf, runIdOf } from '../../ingest/openlineage/names';
import { RunFacts } from '../../ingest/openlineage/runFacts';
import { begunAt, endOf, stateOf } from '../../ingest/openlineage/runState';

/** A row of the table `runs`. */
export type RunRow = {
  id: string;
  job_id: string;
  run_id: string;
  parent_id: string | null;
  parent_job_id: string | null;
  state: RunState;
  begun_at: string;
  ended_at: string | null;
  rows: number | null;
  /** JSON of {@link RunFacts}. */
  facts: string;
  received_at: string;
  is_backfill: boolean;
};

/** The runs. */
export function runsTable(knex: Knex) {
  return knex<RunRow>('runs');
}

function rowsOf({ outputs }: RunFacts): number | null {
  const told = Object.values(outputs);
  if (told.length === 0) return null;
  return told.reduce((sum, { is }) => sum + is, 0);
}

/** A run as the table has it: its facts, and what is asked for of them. */
export function toRunRow(run: {
  readonly id: string;
  readonly jobId: string;
  readonly runId: string;
  readonly facts: RunFacts;
  readonly receivedAt: string;
}): RunRow {
  const { facts } = run;
  const parent = facts.parent?.is;
  return {
    id: run.id,
    job_id: run.jobId,
    run_id: run.runId,
    parent_id: parent ? runIdOf(parent) : null,
    parent_job_id: parent ? jobIdOf(parent) : null,
    state: stateOf(facts),
    begun_at: begunAt(facts),
    ended_at: endOf(facts)?.at ?? null,
    rows: rowsOf(facts),
    facts: JSON.stringify(facts),
    received_at: run.receivedAt,
    is_backfill: facts.isBackfill?.is ?? false,
  };
}

/** What the events about a run say, as {@link toRunRow} wrote it. */
export function factsIn(row: Pick<RunRow, 'facts'>): RunFacts {
  return JSON.parse(row.facts);
}
