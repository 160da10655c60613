import { LRUCache } from 'lru-cache';
import {
  DayCount,
  JudgedInterval,
  JudgedSlot,
  periodAt,
  Verdict,
} from '../../evaluation';
import { InsertColumn } from '../insertTable';
import { fromDate } from '../instant';

/** A row of the table `slot_verdicts`. */
export type SlotRow = {
  rule_id: number;
  key: string;
  expected_at: string;
  due_at: string;
  month: string;
  day: string;
  state: Verdict['state'];
  verdict: string;
  exclusion_ids: string;
  version_id: number;
  target: number;
};

/** A row of the table `state_intervals`. */
export type IntervalRow = {
  rule_id: number;
  from_at: string;
  to_at: string | null;
  state: Verdict['state'];
  verdict: string;
  exclusion_ids: string;
  version_id: number;
  target: number;
};

/** A row of the table `event_days`. */
export type EventDayRow = {
  rule_id: number;
  day: string;
  version_id: number;
  target: number;
  good: number;
  total: number;
};

/** A table of verdicts: what names a row within its rule, and its columns. */
export interface VerdictTable<TRow> {
  readonly name: string;
  readonly key: readonly (string & keyof TRow)[];
  readonly columns: readonly (InsertColumn & { name: string & keyof TRow })[];
}

/** Slots. */
export const SLOTS: VerdictTable<SlotRow> = {
  name: 'slot_verdicts',
  key: ['rule_id', 'key'],
  columns: [
    { name: 'rule_id', type: 'integer' },
    { name: 'key', type: 'text' },
    { name: 'expected_at', type: 'text' },
    { name: 'due_at', type: 'text' },
    { name: 'month', type: 'text' },
    { name: 'day', type: 'text' },
    { name: 'state', type: 'text' },
    { name: 'verdict', type: 'text' },
    { name: 'exclusion_ids', type: 'text' },
    { name: 'version_id', type: 'integer' },
    { name: 'target', type: 'double precision' },
  ],
};

/** Times in one state. */
export const INTERVALS: VerdictTable<IntervalRow> = {
  name: 'state_intervals',
  key: ['rule_id', 'from_at'],
  columns: [
    { name: 'rule_id', type: 'integer' },
    { name: 'from_at', type: 'text' },
    { name: 'to_at', type: 'text' },
    { name: 'state', type: 'text' },
    { name: 'verdict', type: 'text' },
    { name: 'exclusion_ids', type: 'text' },
    { name: 'version_id', type: 'integer' },
    { name: 'target', type: 'double precision' },
  ],
};

/** What was counted on each day. */
export const EVENT_DAYS: VerdictTable<EventDayRow> = {
  name: 'event_days',
  key: ['rule_id', 'day', 'version_id'],
  columns: [
    { name: 'rule_id', type: 'integer' },
    { name: 'day', type: 'text' },
    { name: 'version_id', type: 'integer' },
    { name: 'target', type: 'double precision' },
    { name: 'good', type: 'double precision' },
    { name: 'total', type: 'double precision' },
  ],
};

// Rules that are judged together share most instants, and each of them is asked
// for several times.
const texts = new LRUCache<number, string>({ max: 1_000 });

/** An instant of judging as text. */
export function instantText(instant: number): string {
  const known = texts.get(instant);
  if (known !== undefined) return known;
  const text = fromDate(new Date(instant));
  texts.set(instant, text);
  return text;
}

function exclusionIds(verdict: Verdict): string {
  return JSON.stringify(
    verdict.state === 'excluded' ? verdict.exclusionIds : [],
  );
}

/** A slot as it is stored; its day and month are those of the zone. */
export function toSlotRow(
  ruleId: number,
  { slot, verdict, versionId, target }: JudgedSlot,
  timeZone: string,
): SlotRow {
  const day = periodAt('day', slot.countsAt, timeZone).label;
  return {
    rule_id: ruleId,
    key: slot.key,
    expected_at: instantText(slot.expectedAt),
    due_at: instantText(slot.dueAt),
    month: day.slice(0, 'yyyy-MM'.length),
    day,
    state: verdict.state,
    verdict: JSON.stringify(verdict),
    exclusion_ids: exclusionIds(verdict),
    version_id: Number(versionId),
    target,
  };
}

/** An interval as it is stored. */
export function toIntervalRow(
  ruleId: number,
  { from, to, verdict, versionId, target }: JudgedInterval,
): IntervalRow {
  return {
    rule_id: ruleId,
    from_at: instantText(from),
    to_at: to === undefined ? null : instantText(to),
    state: verdict.state,
    verdict: JSON.stringify(verdict),
    exclusion_ids: exclusionIds(verdict),
    version_id: Number(versionId),
    target,
  };
}

/** The interval of a row. */
export function toInterval(row: IntervalRow): JudgedInterval {
  return {
    from: Date.parse(row.from_at),
    ...(row.to_at !== null && { to: Date.parse(row.to_at) }),
    // Written by us.
    verdict: JSON.parse(row.verdict),
    versionId: String(row.version_id),
    target: row.target,
  };
}

/** A day's counts as they are stored. */
export function toEventDayRow(ruleId: number, count: DayCount): EventDayRow {
  const { day, versionId, target, good, total } = count;
  return {
    rule_id: ruleId,
    day,
    version_id: Number(versionId),
    target,
    good,
    total,
  };
}
