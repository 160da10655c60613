import { periodAt, periodBefore } from '../calendar/period';
import { Facts, Needs } from '../facts';
import { Setting } from '../rule';
import { SlotVerdict, Window } from '../RuleJudge';
import { attemptsOf, Attempt, isOf } from './goodRuns';
import { judgeSlot } from './judgeSlot';
import { listedSlots } from './listed';
import { Slot } from './slot';
import { SlotGrid } from './SlotGrid';

/** The attempts that answer each slot, by the slot's key. */
function bySlot(
  grid: SlotGrid,
  slots: readonly Slot[],
  attempts: readonly Attempt[],
): Map<string, Attempt[]> {
  const found = new Map(slots.map(({ key }) => [key, [] as Attempt[]]));
  const begins = slots.map(({ from }) => from);
  for (const attempt of attempts) {
    const { begunAt, nominal } = attempt.run;
    // Most runs name no time; their slot is found without asking the calendar.
    const slot = nominal
      ? grid.ofRun({ begunAt, nominal })
      : slots[begins.findLastIndex(from => from <= begunAt)];
    const isWithin = slot && (nominal || begunAt < (slot.to ?? Infinity));
    if (isWithin) found.get(slot.key)?.push(attempt);
  }
  return found;
}

/** Slots of a grid that runs answer, each judged. */
export function judgeRunSlots(options: {
  grid: SlotGrid;
  audience?: string;
  setting: Setting;
  window: Window;
  facts: Facts;
  now: number;
}): SlotVerdict[] {
  const { grid, audience, setting, window, facts, now } = options;
  const slots = listedSlots(grid, window, now);
  const { requires } = setting;
  const attempts = attemptsOf({ facts, audience, requires });
  const answers = bySlot(grid, slots, attempts);
  return slots.map(slot => judgeSlot(slot, answers.get(slot.key) ?? [], now));
}

/** The beginning of the month before that of an instant. */
export function monthBefore(instant: number, timeZone: string): number {
  const month = periodAt('month', instant, timeZone);
  return periodBefore(month, timeZone).from;
}

/**
 * From when on slots are expected that a fact may touch. A figure may be of the
 * run of an earlier slot, where runs must have figures: then it is looked for far
 * back.
 */
export function runsJudgedFrom(
  grid: SlotGrid,
  metrics: readonly string[],
  { timeZone }: Setting,
): (touchedFrom: number) => number {
  return touchedFrom => {
    const from = grid.touchedFrom(touchedFrom);
    return metrics.length === 0
      ? from
      : Math.min(grid.expectedBefore(from), monthBefore(touchedFrom, timeZone));
  };
}

/** Metrics that good runs of an audience must have. */
export function requiredMetrics(
  { requires }: Setting,
  audience: string | undefined,
): string[] {
  const named = requires.filter(
    each => audience === undefined || isOf(each, audience),
  );
  return [...new Set(named.flatMap(({ metrics }) => metrics))];
}

/**
 * Which runs, and figures of them, slots need: from the first begin that may
 * answer one on, to all that is known, since a run may come late, and the next
 * one's begin ends the time in which figures are its.
 */
export function runNeeds(
  grid: SlotGrid,
  window: Window,
  metrics: readonly string[],
): Needs {
  const first = grid.after(window.from - 1)?.expectedAt ?? window.from;
  const from = Math.min(grid.earliestBegin(first), window.from);
  return {
    runs: { from },
    ...(metrics.length > 0 && {
      metrics: Object.fromEntries(metrics.map(metric => [metric, { from }])),
    }),
  };
}
