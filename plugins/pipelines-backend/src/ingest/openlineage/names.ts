import { hashOf } from '../hashOf';

/** A job, as OpenLineage names it. */
export interface JobName {
  readonly namespace: string;
  readonly name: string;
}

/** A run. Hand-written events give one run id to two jobs: it names no run alone. */
export interface RunName extends JobName {
  readonly runId: string;
}

/** Id of a job in our tables. */
export function jobIdOf({ namespace, name }: JobName): string {
  return hashOf('job', namespace, name);
}

/** Id of a run in our tables. */
export function runIdOf({ namespace, name, runId }: RunName): string {
  return hashOf('run', namespace, name, runId);
}
