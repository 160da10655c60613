import { poolChecks, State } from '../../evaluation';
import { CheckSum } from './PortfolioStore';

const STATES: readonly State[] = [
  'met',
  'missed',
  'at-risk',
  'pending',
  'no-data',
  'no-baseline',
  'excluded',
];

/** The counts of a {@link CheckSum}. */
const KEYS = ['met', 'missed', 'open', 'excluded', 'expected'] as const;

// A state that goes on is counted whenever somebody asks.
const IS_COUNTED = `(s.met + s.missed > 0
  or s.unit = 'time' and coalesce(s.standing, '') in ('met', 'missed', 'at-risk'))`;

/** What a promise about time or events counts as, by what judging says. */
function countOf(
  key: keyof CheckSum,
  state: State,
  isCounted: boolean,
): number {
  const met = isCounted ? 1 : 0;
  const none = { missed: 0, open: 0, excluded: 0, expected: 0, judged: 0 };
  return poolChecks([{ unit: 'time', state, ...none, met }])[key];
}

function listOf(states: readonly State[]): string {
  return states.map(state => `'${state}'`).join(', ');
}

function sumOf(key: keyof CheckSum): string {
  const when = (isCounted: boolean, condition: string) => {
    const states = STATES.filter(state => countOf(key, state, isCounted) > 0);
    return states.length > 0
      ? `when s.state in (${listOf(states)}) and ${condition} then 1`
      : '';
  };
  return `sum(case when s.unit = 'slots' then s."${key}"
    ${when(true, IS_COUNTED)}
    ${when(false, `not ${IS_COUNTED}`)}
    else 0 end) as "${key}"`;
}

/**
 * Adds scores (as `s`) up as checks, in the database: each slot counts, each other
 * promise once. What counts as what is asked of judging, which knows that rule;
 * this only writes its answer down.
 */
export const CHECK_SUMS = KEYS.map(sumOf).join(', ');
