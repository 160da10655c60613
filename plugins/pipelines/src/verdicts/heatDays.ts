import {
  JudgedInterval,
  JudgedSlot,
  VerdictState,
} from '@techflow/backstage-plugin-pipelines-common';
import { DateTime } from 'luxon';

/** What is shown of one day of a heat map. */
export interface HeatDay<T> {
  /** `yyyy-MM-dd` in the zone of the SLA. */
  date: string;
  /** States of the slots, or of the times, of that day. */
  states: VerdictState[];
  items: T[];
}

/** The days of a month in weeks from Monday on; undefined outside of it. */
export function monthWeeks(month: string): (string | undefined)[][] {
  const first = DateTime.fromISO(`${month}-01`);
  const days = Array.from({ length: first.daysInMonth ?? 0 }, (_, index) =>
    first.plus({ days: index }).toFormat('yyyy-MM-dd'),
  );
  const cells = [...Array(first.weekday - 1).fill(undefined), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_day, day) => cells[week * 7 + day]),
  );
  return weeks;
}

/** Slots by the day on which they count. */
export function daysOfSlots(
  slots: readonly JudgedSlot[],
): Map<string, HeatDay<JudgedSlot>> {
  const days = new Map<string, HeatDay<JudgedSlot>>();
  for (const slot of slots) {
    const { day: date, verdict } = slot;
    const day = days.get(date) ?? { date, states: [], items: [] };
    day.states.push(verdict.state);
    day.items.push(slot);
    days.set(date, day);
  }
  return days;
}

/** Times by the days that they touch, until now. */
export function daysOfIntervals(
  intervals: readonly JudgedInterval[],
  options: { month: string; timeZone: string; now: number },
): Map<string, HeatDay<JudgedInterval>> {
  const { month, timeZone, now } = options;
  const first = DateTime.fromISO(`${month}-01`, { zone: timeZone });
  const days = new Map<string, HeatDay<JudgedInterval>>();
  for (let number = 0; number < (first.daysInMonth ?? 0); number += 1) {
    const begin = first.plus({ days: number });
    const from = begin.toMillis();
    const to = Math.min(begin.plus({ days: 1 }).toMillis(), now);
    const items = intervals.filter(
      each =>
        from < to &&
        Date.parse(each.from) < to &&
        (each.to === undefined || Date.parse(each.to) > from),
    );
    if (items.length) {
      const date = begin.toFormat('yyyy-MM-dd');
      const states = items.map(({ verdict }) => verdict.state);
      days.set(date, { date, states, items });
    }
  }
  return days;
}

const STEPS: Record<string, number> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
};

/**
 * The day to which a key leads: arrows go to the next day that has something to
 * show, by days or by weeks; Home and End to the first and the last. Undefined if
 * there is none, or the key is another.
 */
export function dayByKey(
  dates: readonly string[],
  from: string,
  key: string,
): string | undefined {
  const sorted = [...dates].sort();
  if (key === 'Home') return sorted[0];
  if (key === 'End') return sorted[sorted.length - 1];
  const days = STEPS[key];
  if (days === undefined) return undefined;
  const [first, last] = [sorted[0], sorted[sorted.length - 1]];
  let date = from;
  do {
    date = DateTime.fromISO(date).plus({ days }).toFormat('yyyy-MM-dd');
    if (sorted.includes(date)) return date;
  } while (date >= first && date <= last);
  return undefined;
}
