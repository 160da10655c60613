import { Run } from '@techflow/backstage-plugin-pipelines-common';

/** How long a run took, or takes already, in seconds; undefined if not told. */
export function runDuration(run: Run, now: number): number | undefined {
  const { state, startedAt, duration } = run;
  return state === 'running' && startedAt
    ? Math.max(0, (now - Date.parse(startedAt)) / 1000)
    : duration;
}
