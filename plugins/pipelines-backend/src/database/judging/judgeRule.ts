import {
  dayCounts,
  Facts,
  judge,
  JudgedInterval,
  Judgement,
  kindOf,
  mergeIntervals,
  Verdict,
} from '../../evaluation';
import { zoneOf } from './claimDue';
import { OpenedRule } from './openWindows';
import {
  EventDayRow,
  instantText,
  IntervalRow,
  SlotRow,
  toEventDayRow,
  toIntervalRow,
  toSlotRow,
} from './verdictRows';

/** What was judged of a rule, in the form in which it is stored. */
export interface JudgedRule {
  readonly opened: OpenedRule;
  readonly judgement: Judgement;
  /** JSON of how it stands now. */
  readonly current: string;
  /** From the begin of the window on. */
  readonly slots: readonly SlotRow[];
  /** From the begin of the window on, or of the one that stands there. */
  readonly intervals: readonly IntervalRow[];
  /** From the day on in which the window begins. */
  readonly days: readonly EventDayRow[];
  /** Since when it stands as it does now. */
  readonly since?: string;
  /** The earliest slot that is not decided, though it is expected. */
  readonly openFrom?: string;
  /** The next slot that is to come, or is not decided. */
  readonly nextSlot?: string;
  /** When that is due; of data that is fresh, how long it still is. */
  readonly nextDueAt?: string;
}

/** What stood at the begin of a window goes on, if it is judged as before. */
function wholeIntervals(
  { from, standing }: OpenedRule,
  judged: readonly JudgedInterval[],
): JudgedInterval[] {
  const before = standing
    ? [{ ...standing, to: Math.min(standing.to ?? from, from) }]
    : [];
  return mergeIntervals(
    [...before, ...judged],
    (one, next) => one.versionId === next.versionId,
  );
}

function sinceOf(
  { current }: Judgement,
  intervals: readonly JudgedInterval[],
): number | undefined {
  const last = intervals[intervals.length - 1];
  return last &&
    last.to === undefined &&
    kindOf(last.verdict) === kindOf(current)
    ? last.from
    : undefined;
}

/** How it stands: where no slot of the window is expected yet, as the last one before. */
function currentOf(
  { lastSlot }: OpenedRule,
  { current, slots }: Judgement,
  now: number,
): Verdict {
  const isExpected = slots.some(({ slot }) => slot.expectedAt <= now);
  return isExpected ? current : lastSlot ?? current;
}

/** Until when data is fresh, if nothing newer comes. */
function freshUntil({ current }: Judgement): number | undefined {
  const { state, evidence } = current;
  return state === 'met' && evidence.type === 'age'
    ? evidence.newest + evidence.maxAgeMs
    : undefined;
}

/** Judges a rule anew from the begin of its window on. Pure. */
export function judgeRule(
  opened: OpenedRule,
  facts: Facts,
  now: number,
): JudgedRule {
  const { row, versions, from, standing } = opened;
  const judged = judge({
    versions,
    window: { from, to: Infinity },
    facts,
    now,
    ...(standing && { carried: { verdict: standing.verdict } }),
  });
  const judgement = { ...judged, current: currentOf(opened, judged, now) };
  const { slots, events } = judgement;
  const intervals = wholeIntervals(opened, judgement.intervals);
  const since = sinceOf(judgement, intervals);
  const open = slots.filter(
    ({ verdict: { state } }) => state === 'pending' || state === 'at-risk',
  );
  const expected = open.find(({ slot }) => slot.expectedAt <= now);
  const next = row.ended_at === null ? open[0]?.slot : undefined;
  const nextDueAt =
    row.ended_at === null ? next?.dueAt ?? freshUntil(judgement) : undefined;
  return {
    opened,
    judgement,
    current: JSON.stringify(judgement.current),
    slots: slots.map(each =>
      toSlotRow(row.id, each, zoneOf(opened, each.versionId)),
    ),
    intervals: intervals.map(each => toIntervalRow(row.id, each)),
    days: dayCounts(events, zoneOf(opened)).map(each =>
      toEventDayRow(row.id, each),
    ),
    ...(since !== undefined && { since: instantText(since) }),
    ...(expected && { openFrom: instantText(expected.slot.expectedAt) }),
    ...(next && { nextSlot: next.key }),
    ...(nextDueAt !== undefined && { nextDueAt: instantText(nextDueAt) }),
  };
}
