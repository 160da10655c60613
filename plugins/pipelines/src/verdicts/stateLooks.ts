import { VerdictState } from '@techflow/backstage-plugin-pipelines-common';

/** How good or bad something looks. */
export type StateTone = 'good' | 'bad' | 'warn' | 'quiet' | 'apart';

/** Each state has a shape and a word besides its colour. */
export const STATE_LOOKS: Record<
  VerdictState,
  { tone: StateTone; shape: string; word: string }
> = {
  met: { tone: 'good', shape: '✔', word: 'met' },
  missed: { tone: 'bad', shape: '✖', word: 'missed' },
  'at-risk': { tone: 'warn', shape: '▲', word: 'at risk' },
  pending: { tone: 'quiet', shape: '○', word: 'pending' },
  'no-data': { tone: 'quiet', shape: '–', word: 'no data' },
  'no-baseline': { tone: 'quiet', shape: '≈', word: 'no baseline' },
  excluded: { tone: 'apart', shape: '◇', word: 'excluded' },
};

/** What needs attention most first. */
const BY_URGENCY: readonly VerdictState[] = [
  'missed',
  'at-risk',
  'no-data',
  'no-baseline',
  'pending',
  'excluded',
  'met',
];

/** Sorts what needs attention most first. */
export function byUrgency(a: VerdictState, b: VerdictState): number {
  return BY_URGENCY.indexOf(a) - BY_URGENCY.indexOf(b);
}

/** Of several the one that needs attention most; undefined of none. */
export function worstState(
  states: readonly VerdictState[],
): VerdictState | undefined {
  return [...states].sort(byUrgency)[0];
}

/** "28 met, 1 missed, 1 excluded": those that occur, in that order. */
export function stateCounts(states: readonly VerdictState[]): string {
  const inOrder: readonly VerdictState[] = [
    'met',
    'missed',
    'at-risk',
    'pending',
    'no-data',
    'no-baseline',
    'excluded',
  ];
  return inOrder
    .map(state => ({ state, count: states.filter(s => s === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${STATE_LOOKS[state].word}`)
    .join(', ');
}
