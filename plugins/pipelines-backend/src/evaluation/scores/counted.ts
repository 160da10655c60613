import { dateOfDay, dayAt } from '../../oncall/calendarDay';
import { Decimal } from '../exactDecimal';
import { JudgedEvents, JudgedInterval, JudgedSlot } from '../judgement';
import { State, Verdict } from '../verdict';

/** Slots of one month that count alike. */
export interface CountedSlots {
  readonly state: State;
  /** In percent. */
  readonly target: number;
  readonly count: number;
  readonly exclusionIds: readonly string[];
}

/** A time in one state. Half open, epoch milliseconds; without `to` it lasts. */
export interface CountedInterval {
  readonly from: number;
  readonly to?: number;
  readonly state: State;
  /** In percent. */
  readonly target: number;
  readonly exclusionIds: readonly string[];
}

/** What was counted of events on a local day, by one version of the rule. */
export interface DayCount {
  /** `yyyy-MM-dd`. */
  readonly day: string;
  readonly versionId: string;
  /** In percent. */
  readonly target: number;
  readonly good: number;
  readonly total: number;
}

/** The sum of numbers as they were written, without binary rounding. */
export function exactSum(amounts: readonly number[]): number {
  if (amounts.every(Number.isSafeInteger)) {
    const sum = amounts.reduce((total, each) => total + each, 0);
    if (Number.isSafeInteger(sum)) return sum;
  }
  return amounts
    .reduce((total, each) => total.plus(Decimal.of(each)), Decimal.of(0))
    .toNumber();
}

function exclusionIdsOf(verdict: Verdict): readonly string[] {
  return verdict.state === 'excluded' ? verdict.exclusionIds : [];
}

/** The slots that a month counts, those that count alike together. */
export function countedSlots(
  slots: readonly JudgedSlot[],
  month: { from: number; to: number },
): CountedSlots[] {
  const found = new Map<string, CountedSlots>();
  for (const { slot, verdict, target } of slots) {
    if (slot.countsAt < month.from || slot.countsAt >= month.to) continue;
    const { state } = verdict;
    const exclusionIds = exclusionIdsOf(verdict);
    const key = JSON.stringify([state, target, exclusionIds]);
    const count = (found.get(key)?.count ?? 0) + 1;
    found.set(key, { state, target, count, exclusionIds });
  }
  return [...found.values()];
}

/** Intervals as far as they are counted. */
export function countedIntervals(
  intervals: readonly JudgedInterval[],
): CountedInterval[] {
  return intervals.map(({ from, to, verdict, target }) => ({
    from,
    ...(to !== undefined && { to }),
    state: verdict.state,
    target,
    exclusionIds: exclusionIdsOf(verdict),
  }));
}

/** What was counted on each local day, by day and version. */
export function dayCounts(
  events: readonly JudgedEvents[],
  timeZone: string,
): DayCount[] {
  const found = new Map<string, { day: string; events: JudgedEvents[] }>();
  for (const event of events) {
    const day = dateOfDay(dayAt(event.at, timeZone));
    const key = JSON.stringify([day, event.versionId, event.target]);
    const known = found.get(key);
    if (known) known.events.push(event);
    else found.set(key, { day, events: [event] });
  }
  const counts = [...found.values()].map(({ day, events: of }) => ({
    day,
    versionId: of[0].versionId,
    target: of[0].target,
    good: exactSum(of.map(({ good }) => good)),
    total: exactSum(of.map(({ total }) => total)),
  }));
  const isBefore = (a: DayCount, b: DayCount) =>
    a.day === b.day ? a.versionId < b.versionId : a.day < b.day;
  return counts.sort((a, b) => (isBefore(a, b) ? -1 : 1));
}
