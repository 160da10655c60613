import { Reads } from './facts';

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
