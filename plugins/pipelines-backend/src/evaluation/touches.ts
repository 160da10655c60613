import { endOfRun, Reads, RunFact } from './facts';

/** What arrived, or changed, as far as rules care. */
export type Arrived =
  | { readonly type: 'run'; readonly audience?: string }
  | { readonly type: 'measurement'; readonly metric: string }
  | { readonly type: 'issue' | 'review' | 'down' | 'heard' };

function readsRun(runs: Reads['runs'], audience: string | undefined): boolean {
  if (runs === undefined) return false;
  // A job without an audience answers all of them.
  if (runs === 'all' || audience === undefined) return true;
  return runs.audience === undefined || runs.audience === audience;
}

/** Whether what arrived may change how a rule stands. */
export function touches(reads: Reads, arrived: Arrived): boolean {
  switch (arrived.type) {
    case 'run':
      return readsRun(reads.runs, arrived.audience);
    case 'measurement':
      return reads.metrics?.includes(arrived.metric) ?? false;
    case 'issue':
      return reads.issues ?? false;
    case 'review':
      return reads.reviews ?? false;
    case 'down':
      return reads.downs ?? false;
    default:
      return reads.heard ?? false;
  }
}

/**
 * The first instant that a run is about: its begin, the slot that its tool names,
 * or its end where a clock that is ahead made that the earlier. Epoch
 * milliseconds.
 */
export function runTouchesFrom(run: RunFact): number {
  const { begunAt, nominal } = run;
  return Math.min(
    begunAt,
    nominal?.start ?? Infinity,
    nominal?.end ?? Infinity,
    endOfRun(run) ?? Infinity,
  );
}
