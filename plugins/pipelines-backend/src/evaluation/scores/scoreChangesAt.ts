import { State } from '../verdict';
import { grownTally } from './grownTally';
import { scoreOf } from './score';
import { Tally } from './tally';

interface Standing {
  readonly state: State;
  /** Of the version that holds, in percent. */
  readonly target: number;
}

/**
 * When the state of a score is next to be looked at though nothing was judged
 * anew: of promises about time when what is missed passes three quarters of what
 * is allowed, and all of it; else at the end of the month. It is right for as
 * long as the rule stands as it does now.
 *
 * @param options.month - first instant, and that of the next month
 * @param options.current - how the rule stands now
 * @returns epoch milliseconds; undefined after the month
 */
export function scoreChangesAt(options: {
  tally: Tally;
  month: { from: number; to: number };
  now: number;
  current: Standing;
}): number | undefined {
  const { tally, month, now, current } = options;
  if (now >= month.to) return undefined;
  const isCounted = tally.met + tally.missed > 0;
  if (tally.unit === 'slots' || (tally.unit === 'events' && isCounted)) {
    return month.to;
  }
  const begin = Math.max(now, month.from);
  const stateAt = (instant: number) =>
    scoreOf({
      tally:
        instant > begin
          ? grownTally(tally, {
              standing: current.state,
              target: current.target,
              ms: instant - begin,
            })
          : tally,
      month,
      now: instant,
    }).state;
  const before = stateAt(now);
  let same = begin + 1;
  let other = month.to - 1;
  if (other <= begin) return month.to;
  // The first moment of a target, or of any count at all, is like no other.
  if (stateAt(same) !== before) return same;
  if (stateAt(other) === before) return month.to;
  // After that it goes from well to worse only: halving finds where.
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (stateAt(middle) === before) same = middle;
    else other = middle;
  }
  return other;
}
