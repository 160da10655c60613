import { State, Tally, TallyPart } from '../evaluation';

/** A state that goes on since a tally was counted. */
export interface Growth {
  /** The state that goes on. */
  readonly standing: State;
  /** For how long, in milliseconds. */
  readonly ms: number;
  /** The target that holds, in percent. */
  readonly target: number;
}

function grownParts(
  parts: readonly TallyPart[],
  target: number,
  added: { met: number; missed: number },
): TallyPart[] {
  const part = parts.find(each => each.target === target);
  const { met = 0, missed = 0 } = part ?? {};
  // The one that holds is the last: what is to come of the month is under it.
  return [
    ...parts.filter(each => each !== part),
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
  // A risk is no miss yet: what it is about was well so far.
  const state = standing === 'at-risk' ? 'met' : standing;
  switch (state) {
    case 'met':
    case 'missed': {
      const isTime = tally.unit === 'time';
      const added = {
        met: isTime && state === 'met' ? ms : 0,
        missed: isTime && state === 'missed' ? ms : 0,
      };
      return {
        ...tally,
        parts: isTime ? grownParts(tally.parts, target, added) : tally.parts,
        met: tally.met + added.met,
        missed: tally.missed + added.missed,
        expected: tally.expected + ms,
        judged: tally.judged + ms,
      };
    }
    case 'no-data':
      return { ...tally, expected: tally.expected + ms };
    case 'no-baseline':
      return {
        ...tally,
        expected: tally.expected + ms,
        noBaseline: tally.noBaseline + ms,
      };
    case 'excluded':
      return { ...tally, excluded: tally.excluded + ms };
    default:
      return tally;
  }
}
