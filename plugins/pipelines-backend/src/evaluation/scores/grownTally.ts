import { State } from '../verdict';
import { Tally, TallyPart } from './tally';

/** A state that goes on since a tally was counted. */
export interface Growth {
  /** The state that goes on. */
  readonly standing: State;
  /** For how long, in milliseconds. */
  readonly ms: number;
  /** The target that holds, in percent. */
  readonly target: number;
}

/** The part of the target that holds stands last: what is to come counts there. */
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

/**
 * Counts as they are some time later, where nothing was written since the state
 * last changed: so that a month that runs is right to the millisecond, and
 * nothing is written as time goes by. Slots do not change by that; of events only
 * the time judged does.
 */
export function grownTally(tally: Tally, growth: Growth): Tally {
  const { standing, ms, target } = growth;
  if (ms <= 0 || tally.unit === 'slots') return tally;
  const isTime = tally.unit === 'time';
  const has = (...states: State[]) => (states.includes(standing) ? ms : 0);
  // A risk is no miss yet: what it is about was well so far.
  const judged = has('met', 'at-risk', 'missed');
  const met = isTime ? has('met', 'at-risk') : 0;
  const missed = isTime ? has('missed') : 0;
  return {
    ...tally,
    parts: isTime
      ? grownParts(tally.parts, target, { met, missed })
      : tally.parts,
    met: tally.met + met,
    missed: tally.missed + missed,
    excluded: tally.excluded + has('excluded'),
    expected: tally.expected + judged + has('no-data', 'no-baseline'),
    judged: tally.judged + judged,
    noBaseline: tally.noBaseline + has('no-baseline'),
  };
}
