import { Knex } from 'knex';
import { toDate, toOptionalDate } from '../instant';
import { ScoreRow } from '../judging/scoreRow';
import { IntervalRow, SlotRow } from '../judging/verdictRows';
import { RuleRow, RuleVersionRow } from '../rules/ruleRow';
import {
  StandingRule,
  StandingVersion,
  StoredInterval,
  StoredRevision,
  StoredScore,
  StoredSlot,
} from './ScoreStore';

/*
 * Rows as reading needs them. All JSON was written by us, out of values of the
 * types it is read as.
 */

/** A score without the counts that its tally has too. */
export type CountedRow = Pick<
  ScoreRow,
  | 'rule_id'
  | 'month'
  | 'pipeline_ref'
  | 'target'
  | 'tally'
  | 'standing'
  | 'counted_at'
  | 'revision'
>;

/** A row of the table `score_revisions`. */
export type RevisionRow = {
  id: number;
  pipeline_ref: string;
  objective: string;
  month: string;
  at: string;
  by: string | null;
  reason: string;
  before: string;
  after: string;
};

/** Slots, and how each went. */
export function slotsTable(knex: Knex) {
  return knex<SlotRow>('slot_verdicts');
}

/** Times in one state. */
export function intervalsTable(knex: Knex) {
  return knex<IntervalRow>('state_intervals');
}

/** A rule, and since when it is judged. */
export type StandingRow = RuleRow & { begun_at: string | null };

export function toStandingRule(row: StandingRow): StandingRule {
  const since = toOptionalDate(row.since);
  const nextDueAt = toOptionalDate(row.next_due_at);
  const begunAt = toOptionalDate(row.begun_at);
  const endedAt = toOptionalDate(row.ended_at);
  return {
    id: row.id,
    pipelineRef: row.pipeline_ref,
    kind: row.kind,
    name: row.name,
    type: row.type,
    unit: row.unit,
    ...(row.current !== null && { current: JSON.parse(row.current) }),
    ...(since && { since }),
    ...(nextDueAt && { nextDueAt }),
    ...(row.next_slot !== null && { nextSlot: row.next_slot }),
    ...(begunAt && { begunAt }),
    ...(endedAt && { endedAt }),
  };
}

export function toStandingVersion(row: RuleVersionRow): StandingVersion {
  const to = toOptionalDate(row.to_at);
  return {
    ruleId: row.rule_id,
    id: row.id,
    rule: JSON.parse(row.rule),
    from: toDate(row.from_at),
    ...(to && { to }),
  };
}

export function toStoredScore(row: CountedRow): StoredScore {
  return {
    ruleId: row.rule_id,
    pipelineRef: row.pipeline_ref,
    month: row.month,
    target: row.target,
    tally: JSON.parse(row.tally),
    ...(row.standing !== null && { standing: row.standing }),
    countedAt: toDate(row.counted_at),
    revision: row.revision,
  };
}

export function toStoredSlot(row: SlotRow): StoredSlot {
  return {
    key: row.key,
    expectedAt: toDate(row.expected_at),
    dueAt: toDate(row.due_at),
    day: row.day,
    verdict: JSON.parse(row.verdict),
    versionId: row.version_id,
  };
}

export function toStoredInterval(row: IntervalRow): StoredInterval {
  const to = toOptionalDate(row.to_at);
  return {
    from: toDate(row.from_at),
    ...(to && { to }),
    verdict: JSON.parse(row.verdict),
    versionId: row.version_id,
  };
}

export function toStoredRevision(row: RevisionRow): StoredRevision {
  const { id, objective, month, reason, before, after } = row;
  return {
    id,
    objective,
    month,
    at: toDate(row.at),
    ...(row.by !== null && { by: row.by }),
    reason,
    before,
    after,
  };
}
