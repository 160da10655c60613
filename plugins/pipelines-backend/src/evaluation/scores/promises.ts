import { State } from '../verdict';

/** How many promises were kept: of a pipeline, a team or all of them. */
export interface PromiseCount {
  readonly met: number;
  readonly missed: number;
  /** All but those excluded, and those that are not decided yet. */
  readonly expected: number;
  /** Pending and at risk. */
  readonly open: number;
  readonly excluded: number;
  /** In percent; absent out of nothing. */
  readonly score?: number;
  readonly coverage?: number;
}

/**
 * Promises of different sorts together: each month of each promise counts once,
 * since seconds and runs cannot be added up. Pooled over all of them, never a
 * mean of the pipelines' shares.
 */
export function countPromises(states: readonly State[]): PromiseCount {
  const count = (...wanted: State[]) =>
    states.filter(state => wanted.includes(state)).length;
  const met = count('met');
  const missed = count('missed');
  const expected = count('met', 'missed', 'no-data', 'no-baseline');
  return {
    met,
    missed,
    expected,
    open: count('pending', 'at-risk'),
    excluded: count('excluded'),
    ...(met + missed > 0 && { score: (met / (met + missed)) * 100 }),
    ...(expected > 0 && { coverage: ((met + missed) / expected) * 100 }),
  };
}
