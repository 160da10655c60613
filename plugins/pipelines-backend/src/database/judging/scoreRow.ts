import { State, Unit } from '../../evaluation';
import { InsertColumn } from '../insertTable';

/** A row of the table `scores`. */
export type ScoreRow = {
  rule_id: number;
  month: string;
  pipeline_ref: string;
  state: State;
  unit: Unit;
  target: number;
  met: number;
  missed: number;
  open: number;
  excluded: number;
  expected: number;
  judged: number;
  /** JSON of a tally. */
  tally: string;
  standing: State | null;
  counted_at: string;
  revision: number;
};

/** Columns of the table `scores`. */
export const SCORES: readonly (InsertColumn & { name: keyof ScoreRow })[] = [
  { name: 'rule_id', type: 'integer' },
  { name: 'month', type: 'text' },
  { name: 'pipeline_ref', type: 'text' },
  { name: 'state', type: 'text' },
  { name: 'unit', type: 'text' },
  { name: 'target', type: 'double precision' },
  { name: 'met', type: 'double precision' },
  { name: 'missed', type: 'double precision' },
  { name: 'open', type: 'double precision' },
  { name: 'excluded', type: 'double precision' },
  { name: 'expected', type: 'double precision' },
  { name: 'judged', type: 'double precision' },
  { name: 'tally', type: 'text' },
  { name: 'standing', type: 'text' },
  { name: 'counted_at', type: 'text' },
  { name: 'revision', type: 'integer' },
];

/** A row of the table `score_revisions` that is to be written. */
export interface NewRevisionRow {
  readonly rule_id: number;
  readonly pipeline_ref: string;
  readonly objective: string;
  readonly month: string;
  readonly at: string;
  readonly by: string | null;
  readonly reason: string;
  /** JSON of a score of the API. */
  readonly before: string;
  /** JSON of a score of the API. */
  readonly after: string;
}
