import {
  Objective,
  ScorecardItem,
  ScorecardObjective,
  VerdictState,
} from '@techflow/backstage-plugin-pipelines-common';
import { factWords } from './factWords';
import { dueWords } from './reading';
import { scoreWords } from './scoreWords';
import { byUrgency, STATE_LOOKS } from './stateLooks';

/** Columns of the scorecard in their order, each with its heading. */
const COLUMNS: readonly { type: Objective['type']; label: string }[] = [
  { type: 'delivery', label: 'Delivery' },
  { type: 'success', label: 'Success' },
  { type: 'freshness', label: 'Freshness' },
  { type: 'ratio', label: 'Data quality' },
  { type: 'availability', label: 'Availability' },
  { type: 'resolution', label: 'Resolution' },
  { type: 'review', label: 'Review' },
];

/** The kinds of promises that occur, in the order of their columns. */
export function scorecardColumns(items: readonly ScorecardItem[]) {
  const types = new Set(
    items.flatMap(({ objectives }) => objectives.map(({ type }) => type)),
  );
  return COLUMNS.filter(({ type }) => types.has(type));
}

/** One promise in a cell of the scorecard. */
export interface ScorecardCell {
  id: string;
  /** Set where several promises share a cell. */
  title?: string;
  state: VerdictState;
  /** Word in the chip. */
  word: string;
  /** Counts of the month, and what is the matter now. */
  notes: string[];
}

/** What is the matter now is only said of the month that runs. */
const NOTEWORTHY: readonly VerdictState[] = ['missed', 'at-risk', 'no-data'];

function cellOf(
  objective: ScorecardObjective,
  options: { isRunning: boolean; now: number; isAlone: boolean },
): ScorecardCell {
  const { id, type, title, score, current, dueAt } = objective;
  const { isRunning, now, isAlone } = options;
  // A broken promise stays broken for the month, however well it stands now.
  const standing = isRunning ? current?.state : undefined;
  const state = score.state === 'missed' ? 'missed' : standing ?? score.state;
  const isDue = isRunning && state === 'pending' && dueAt !== undefined;
  const { main, more } = scoreWords(score, type);
  const isSaid = ['–', 'open', 'due'].includes(main);
  const facts =
    isRunning && current && NOTEWORTHY.includes(current.state)
      ? [factWords(current, { now })]
      : [];
  return {
    id,
    title: isAlone ? undefined : title ?? id,
    state,
    word: isDue ? dueWords(dueAt, now) : STATE_LOOKS[state].word,
    notes: [...new Set([...(isSaid ? [] : [main]), ...more, ...facts])],
  };
}

/** The promises of one kind that a pipeline makes, what needs attention first. */
export function scorecardCells(
  item: ScorecardItem,
  type: Objective['type'],
  options: {
    /** It is the scorecard of the month that runs. */
    isRunning: boolean;
    now: number;
  },
): ScorecardCell[] {
  const ofType = item.objectives.filter(each => each.type === type);
  return ofType
    .map(each => cellOf(each, { ...options, isAlone: ofType.length === 1 }))
    .sort((a, b) => byUrgency(a.state, b.state));
}
