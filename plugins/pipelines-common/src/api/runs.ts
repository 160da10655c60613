/**
 * How a run stands: `running` has begun and not ended, `unknown` was heard of
 * without begin or end.
 *
 * @public
 */
export type RunState =
  | 'running'
  | 'complete'
  | 'failed'
  | 'aborted'
  | 'unknown';

/** A job, as OpenLineage names it. @public */
export interface JobName {
  /** Of the tool or its installation, such as airflow. */
  namespace: string;
  /** Unique in its namespace. */
  name: string;
}

/**
 * One run of a job, folded from all that was heard about it. All instants are
 * ISO 8601 in UTC.
 *
 * @public
 */
export interface Run {
  /** Unique id: of the job's namespace and name, and the run id together. */
  id: string;
  /** The run id that the tool gave it. */
  runId: string;
  /** The job that it is a run of. */
  job: JobName;
  /** Id of the job, as signals name it. */
  jobId: string;
  /** How it stands. */
  state: RunState;
  /** A later end that says otherwise. The first end counts. */
  conflict?: { state: RunState; at: string };
  /** The run of which this is a step. */
  parentId?: string;
  /** How many steps are known. */
  steps: number;
  /** Slot of the schedule that it ran for, as the tool says. */
  nominal?: { start: string; end?: string };
  /**
   * The slot of the pipeline's own schedule that it answers, and how it kept
   * to it. Only of root runs of a pipeline with a schedule.
   */
  slot?: RunSlot;
  /** It runs again for a time long past: never late, never announced. */
  isBackfill: boolean;
  /** It has no end to expect. */
  isStreaming: boolean;
  /** When it began; absent if nobody said so. */
  startedAt?: string;
  /** When it ended, by the first end that was told. */
  endedAt?: string;
  /** From begin to end, or to now while it runs. Seconds. */
  duration?: number;
  /** Rows written to all outputs, where told. */
  rows?: number;
  /** Why it failed, in the words of the tool. */
  error?: string;
  /** What runs it, such as Airflow 2.10.5. */
  engine?: string;
  /** Who says so: program or integration that wrote the event. */
  producer: string;
  /** Whose credentials the events came with. */
  sender: string;
  /** Page of the run in its own tool. */
  link?: string;
  /** When the first event about it came in. */
  firstHeardAt: string;
  /** When the last event about it came in. */
  lastHeardAt: string;
  /** What is odd about what was heard, in a sentence each. */
  remarks: string[];
}

/** How a run kept to its slot. @public */
export interface RunSlot {
  /** Whose schedule. */
  audience: string;
  /** When the run was expected. */
  expectedAt: string;
  /** The last instant that is still on time: `expectedAt` and the grace. */
  dueAt: string;
  /**
   * Seconds from `dueAt` to its good end, or to now while there is none; 0 if on
   * time. Absent of a backfill, and of a run that ended without success.
   */
  lateBy?: number;
}

/** A page of runs, newest first. @public */
export interface RunsPage {
  /** The runs. */
  items: Run[];
  /** Leads to the next page; absent on the last. */
  nextCursor?: string;
}

/** A job that was heard of. @public */
export interface HeardJob {
  /** Unique id. */
  id: string;
  /** As its tool names it. */
  job: JobName;
  /** Entity references of the pipelines that claim it. */
  claimedBy: string[];
  /** When it was first heard of, ISO 8601 in UTC. */
  firstHeardAt: string;
  /** When it was last heard of. */
  lastHeardAt: string;
  /** Program or integration that told of it last. */
  producer: string;
  /** Whose credentials that came with. */
  sender: string;
  /** Names of datasets it writes, a few. */
  outputs: string[];
}

/** A page of jobs, last heard first. @public */
export interface JobsPage {
  /** The jobs. */
  items: HeardJob[];
  /** Leads to the next page; absent on the last. */
  nextCursor?: string;
}
