import { Knex } from 'knex';

/** A row of the table `rules`. */
export type RuleRow = {
  id: number;
  pipeline_ref: string;
  kind: 'objective' | 'monitor';
  name: string;
  type: string;
  unit: 'slots' | 'time' | 'events';
  due_at: string | null;
  touched_from: string | null;
  touched_by: string | null;
  touched_reason: string | null;
  score_at: string | null;
  open_from: string | null;
  judged_at: string | null;
  /** JSON of a verdict. */
  current: string | null;
  since: string | null;
  next_due_at: string | null;
  next_slot: string | null;
  recorded_at: string;
  ended_at: string | null;
};

/** A row of the table `rule_versions`. */
export type RuleVersionRow = {
  id: number;
  rule_id: number;
  /** JSON of a rule. */
  rule: string;
  from_at: string;
  to_at: string | null;
};

/** The rules. */
export function rulesTable(knex: Knex) {
  return knex<RuleRow>('rules');
}

/** What they said, and when. */
export function ruleVersionsTable(knex: Knex) {
  return knex<RuleVersionRow>('rule_versions');
}
