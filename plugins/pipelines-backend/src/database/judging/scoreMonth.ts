import {
  CountedInterval,
  CountedSlots,
  DayCount,
  Period,
  Score,
  scoreChangesAt,
  scoreOf,
  Tally,
  tallyOf,
} from '../../evaluation';
import { toScore } from '../../sla/answers/toScore';
import { closesAt } from '../../sla/months';
import { zoneOf } from './claimDue';
import { JudgedRule } from './judgeRule';
import { NewRevisionRow, ScoreRow } from './scoreRow';
import { instantText } from './verdictRows';

/** A month of a promise. */
export interface MonthOfRule {
  readonly judged: JudgedRule;
  readonly month: Period;
}

/** What a month came to: the rows to write, and when time alone changes it. */
export interface ScoredMonth {
  readonly ruleId: number;
  /** Absent if it is as it was. */
  readonly row?: ScoreRow;
  readonly revision?: NewRevisionRow;
  /** Epoch milliseconds. */
  readonly changesAt?: number;
}

const LATE_DATA = 'Data that came after the month was closed';

function targetOf(options: {
  tally: Tally;
  slots: readonly CountedSlots[];
  intervals: readonly CountedInterval[];
}): number {
  const { tally, slots, intervals } = options;
  const told = [...slots, ...intervals, ...tally.parts];
  return told[told.length - 1]?.target ?? 100;
}

function toRow(
  { judged, month }: MonthOfRule,
  options: { score: Score; target: number; now: number; revision: number },
): ScoreRow {
  const { score, target, now, revision } = options;
  const { tally } = score;
  const { id, pipeline_ref, ended_at } = judged.opened.row;
  const goesOn = tally.unit !== 'slots' && now < month.to && ended_at === null;
  return {
    rule_id: id,
    month: month.label,
    pipeline_ref,
    state: score.state,
    unit: tally.unit,
    target,
    met: tally.met,
    missed: tally.missed,
    open: tally.open,
    excluded: tally.excluded,
    expected: tally.expected,
    judged: tally.judged,
    tally: JSON.stringify(tally),
    standing: goesOn ? judged.judgement.current.state : null,
    counted_at: instantText(Math.min(now, month.to)),
    revision,
  };
}

const DAY_MS = 86_400_000;

/**
 * Whether what comes now is a revision: the month was closed, and whole when it
 * was counted. Of months before a promise was recorded nobody had a report until
 * as many days after that.
 */
function isRevision(
  { judged, month }: MonthOfRule,
  options: { stored: ScoreRow; now: number; closeAfterDays: number },
): boolean {
  const { stored, now, closeAfterDays } = options;
  const closes = Math.max(
    closesAt(month.label, zoneOf(judged.opened), closeAfterDays),
    Date.parse(judged.opened.row.recorded_at) + closeAfterDays * DAY_MS,
  );
  const wasWhole =
    Date.parse(stored.counted_at) >= month.to && stored.open === 0;
  return now >= closes && wasWhole;
}

function revisionOf(
  { judged, month }: MonthOfRule,
  options: { stored: ScoreRow; score: Score; row: ScoreRow; now: number },
): NewRevisionRow {
  const { stored, score, row, now } = options;
  const { id, pipeline_ref, name, touched_by, touched_reason } =
    judged.opened.row;
  const before = scoreOf({
    // Written by us.
    tally: JSON.parse(stored.tally),
    month,
    now,
  });
  return {
    rule_id: id,
    pipeline_ref,
    objective: name,
    month: month.label,
    at: instantText(now),
    by: touched_by,
    reason: touched_reason ?? LATE_DATA,
    before: JSON.stringify(
      toScore(before, { target: stored.target, revision: stored.revision }),
    ),
    after: JSON.stringify(
      toScore(score, { target: row.target, revision: row.revision }),
    ),
  };
}

/**
 * Counts a month of a promise. Once it is closed, what is different makes a
 * revision: who, when, old and new. Pure.
 */
export function scoreMonth(
  options: MonthOfRule & {
    slots: readonly CountedSlots[];
    intervals: readonly CountedInterval[];
    days: readonly DayCount[];
    stored?: ScoreRow;
    now: number;
    closeAfterDays: number;
  },
): ScoredMonth {
  const { judged, month, slots, intervals, days, stored, now } = options;
  const { unit, current } = judged.judgement;
  const tally = tallyOf({ unit, month, now, slots, intervals, days });
  const score = scoreOf({ tally, month, now });
  const target = targetOf({ tally, slots, intervals });
  const revision = stored?.revision ?? 0;
  const row = toRow(options, { score, target, now, revision });
  const ruleId = row.rule_id;
  const hasEnded = judged.opened.row.ended_at !== null;
  const changesAt = scoreChangesAt({
    tally,
    month,
    now,
    // Of a rule that ended nothing is to come.
    current: { state: hasEnded ? 'pending' : current.state, target },
  });
  const soon = changesAt === undefined ? {} : { changesAt };
  const isSame =
    stored &&
    stored.tally === row.tally &&
    stored.state === row.state &&
    stored.standing === row.standing &&
    stored.target === row.target;
  if (isSame) return { ruleId, ...soon };
  if (!stored || !isRevision(options, { ...options, stored })) {
    return { ruleId, row, ...soon };
  }
  const revised = { ...row, revision: revision + 1 };
  return {
    ruleId,
    row: revised,
    revision: revisionOf(options, { stored, score, row: revised, now }),
    ...soon,
  };
}
