import { State } from '../verdict';
import { scoreOf } from './score';
import { Tally, TallyPart } from './tally';

interface Standing {
  readonly state: State;
  /** Of the version that holds, in percent. */
  readonly target: number;
}

function grownParts(
  parts: readonly TallyPart[],
  target: number,
  added: { met: number; missed: number },
): TallyPart[] {
  const part = parts.find(each => each.target === target);
  const others = parts.filter(each => each.target !== target);
  const { met = 0, missed = 0 } = part ?? {};
  return [
    ...others,
    { target, met: met + added.met, missed: missed + added.missed },
  ];
}

/** The counts as they will be if it goes on as it stands. */
function grown(tally: Tally, { state, target }: Standing, ms: number): Tally {
  const has = (...states: State[]) => (states.includes(state) ? ms : 0);
  const met = has('met', 'at-risk');
  const missed = has('missed');
  const judged = met + missed;
  return {
    ...tally,
    parts: grownParts(tally.parts, target, { met, missed }),
    met: tally.met + met,
    missed: tally.missed + missed,
    excluded: tally.excluded + has('excluded'),
    expected: tally.expected + judged + has('no-data', 'no-baseline'),
    judged: tally.judged + judged,
    noBaseline: tally.noBaseline + has('no-baseline'),
  };
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
  if (tally.unit !== 'time') return month.to;
  const begin = Math.max(now, month.from);
  const stateAt = (instant: number) =>
    scoreOf({
      tally: instant > begin ? grown(tally, current, instant - begin) : tally,
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
