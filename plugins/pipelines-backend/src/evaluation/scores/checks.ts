import { Unit } from '../judgement';
import { State } from '../verdict';
import { shownShare } from './shownShare';

/** What a promise came to in a month, as far as it is counted with others. */
export interface PromiseChecks {
  readonly unit: Unit;
  /** Of its score. */
  readonly state: State;
  readonly met: number;
  readonly missed: number;
  readonly open: number;
  readonly excluded: number;
  readonly expected: number;
  readonly judged: number;
}

/** Promises of any sort together, in checks: of a pipeline, a team, or all. */
export interface CheckCounts {
  readonly met: number;
  readonly missed: number;
  /** Not decided yet. */
  readonly open: number;
  readonly excluded: number;
  /** Met, missed, or nothing to judge it by. */
  readonly expected: number;
  readonly judged: number;
  /** In percent; absent out of nothing. */
  readonly score?: number;
  /** The same as it may be shown: cut, never rounded up. */
  readonly shown?: string;
  /** Of what was expected, the share judged, in percent; absent out of nothing. */
  readonly coverage?: number;
}

type Counts = Pick<
  CheckCounts,
  'met' | 'missed' | 'open' | 'excluded' | 'expected'
>;

const NONE: Counts = { met: 0, missed: 0, open: 0, excluded: 0, expected: 0 };
const MET: Counts = { ...NONE, met: 1, expected: 1 };
const MISSED: Counts = { ...NONE, missed: 1, expected: 1 };

function countsOf(score: PromiseChecks): Counts {
  const { unit, state, met, missed } = score;
  if (unit === 'slots') return score;
  switch (state) {
    case 'met':
      return MET;
    case 'missed':
      return MISSED;
    case 'excluded':
      return { ...NONE, excluded: 1 };
    case 'no-data':
    case 'no-baseline':
      return { ...NONE, expected: 1 };
    default:
      // Kept so far; out of nothing there is nothing to count yet.
      return met + missed > 0 ? MET : { ...NONE, open: 1 };
  }
}

/**
 * Promises of different sorts together. Every slot counts once; a promise about
 * time or events counts once for its month, since seconds, events and runs cannot
 * be added up. Pooled counts, never a mean of shares.
 */
export function poolChecks(scores: readonly PromiseChecks[]): CheckCounts {
  const counts = scores.map(countsOf);
  const total = (key: keyof Counts) =>
    counts.reduce((sum, each) => sum + each[key], 0);
  const met = total('met');
  const missed = total('missed');
  const expected = total('expected');
  const judged = met + missed;
  const shown = shownShare({ met, missed }, 100);
  return {
    met,
    missed,
    open: total('open'),
    excluded: total('excluded'),
    expected,
    judged,
    ...(judged > 0 && { score: (met / judged) * 100 }),
    ...(shown !== undefined && { shown }),
    ...(expected > 0 && { coverage: (judged / expected) * 100 }),
  };
}
