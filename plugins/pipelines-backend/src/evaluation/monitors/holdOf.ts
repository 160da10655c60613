import { durationToMillis } from '@techflow/backstage-plugin-pipelines-common';
import { FactRange } from '../facts';
import { MonitorSpec } from '../rule';
import { Hold, Window } from '../RuleJudge';

/**
 * Two figures of one run are measured seconds apart: what compares them waits
 * this long before it warns, so that the first of them raises no alarm.
 */
export const SETTLE_MS = 5 * 60_000;

/** How long the condition of a monitor must hold, and how long all must be well. */
export function holdOf(
  { for: held, recoverAfter }: MonitorSpec,
  leastMs: number = 0,
): Hold {
  return {
    forMs: Math.max(held ? durationToMillis(held) : 0, leastMs),
    recoverAfterMs: recoverAfter ? durationToMillis(recoverAfter) : 0,
  };
}

/** Measurements that say how a metric stood while a hold may have begun. */
export function heldRange(
  { from, to }: Window,
  { forMs, recoverAfterMs }: Hold,
): FactRange {
  return {
    from: from - Math.max(forMs, recoverAfterMs),
    ...(Number.isFinite(to) && { to }),
    withLastBefore: true,
  };
}
