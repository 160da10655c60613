import { RunState } from '@techflow/backstage-plugin-pipelines-common';
import { RunFacts } from '../../ingest/openlineage/runFacts';

/** A run as it is known. */
export interface KnownRun {
  readonly id: string;
  readonly jobId: string;
  /** As the tool names it. */
  readonly runId: string;
  readonly parentId?: string;
  readonly state: RunState;
  readonly begunAt: Date;
  /** Written to all outputs. */
  readonly rows?: number;
  readonly facts: RunFacts;
  readonly lastHeardAt: Date;
}

/** Where a page of runs goes on. */
export interface RunCursor {
  readonly begunAt: Date;
  readonly id: string;
}

/** What the steps of a run are together. */
export interface StepSums {
  readonly steps: number;
  readonly rows?: number;
}

/** Runs, folded from events. */
export interface RunStore {
  /** Runs of jobs, newest first; not those started by one of the jobs themselves. */
  list(options: {
    jobIds: readonly string[];
    states?: readonly RunState[];
    limit: number;
    after?: RunCursor;
  }): Promise<KnownRun[]>;

  /** One run. */
  get(options: { id: string }): Promise<KnownRun | undefined>;

  /** Steps of a run and steps of those, in the order of their begin. */
  steps(options: { id: string; limit: number }): Promise<KnownRun[]>;

  /** How many direct steps each run has, and what they wrote. */
  stepSums(options: { ids: readonly string[] }): Promise<Map<string, StepSums>>;

  /** Jobs of a run and of the runs above it. */
  jobIdsAbove(options: { id: string }): Promise<string[]>;

  /**
   * Deletes runs that nothing was heard of since an instant.
   *
   * @returns how many, at most `limit`
   */
  deleteBefore(options: { before: Date; limit: number }): Promise<number>;
}
