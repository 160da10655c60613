import { CalendarDay } from '../../oncall/calendarDay';
import { DAY_MS } from '../../oncall/zoneClock';

/**
 * How far a next or previous time is looked for, in days: a 29 February comes
 * within eight years and a day (1900 and 2100 have none).
 */
const REACH = 3_700;

/** Days remembered: those of eleven years. */
const REMEMBERED_DAYS = 4_096;

/**
 * A time of a day lies within this of the day by that name in UTC: zones are up
 * to 14 hours off, 24:00 and a skipped midnight are the next day's.
 */
const BESIDE_DAYS = 2;

/**
 * Instants that recur by days of a calendar: all of them in order, each once.
 * Instants are epoch milliseconds.
 */
export class Recurrence {
  readonly #timesOf: (day: CalendarDay) => readonly number[];
  // The times of a day never change, so that this is never visible.
  readonly #remembered = new Map<CalendarDay, readonly number[]>();

  /**
   * @param options.timesOf - the times that a day of a zone has, in any order
   */
  constructor(options: { timesOf: (day: CalendarDay) => readonly number[] }) {
    this.#timesOf = options.timesOf;
  }

  /** Those from `from` on, before `to`. */
  between(from: number, to: number): number[] {
    const first = Math.floor(from / DAY_MS) - BESIDE_DAYS;
    const last = Math.floor(to / DAY_MS) + BESIDE_DAYS;
    const found: number[] = [];
    for (let day = first; day <= last; day += 1) {
      for (const time of this.#timesOn(day)) {
        if (time >= from && time < to) found.push(time);
      }
    }
    found.sort((a, b) => a - b);
    return found.filter((time, index) => time !== found[index - 1]);
  }

  /** The first one after an instant; undefined if there is none in ten years. */
  after(instant: number): number | undefined {
    const first = Math.floor(instant / DAY_MS) - BESIDE_DAYS;
    let found = Infinity;
    for (let day = first; day <= first + REACH; day += 1) {
      if ((day - BESIDE_DAYS) * DAY_MS > found) break;
      for (const time of this.#timesOn(day)) {
        if (time > instant && time < found) found = time;
      }
    }
    return Number.isFinite(found) ? found : undefined;
  }

  /** The last one at or before an instant; undefined if there is none in ten years. */
  atOrBefore(instant: number): number | undefined {
    const last = Math.floor(instant / DAY_MS) + BESIDE_DAYS;
    let found = -Infinity;
    for (let day = last; day >= last - REACH; day -= 1) {
      if ((day + 1 + BESIDE_DAYS) * DAY_MS < found) break;
      for (const time of this.#timesOn(day)) {
        if (time <= instant && time > found) found = time;
      }
    }
    return Number.isFinite(found) ? found : undefined;
  }

  #timesOn(day: CalendarDay): readonly number[] {
    const remembered = this.#remembered.get(day);
    if (remembered) return remembered;
    if (this.#remembered.size >= REMEMBERED_DAYS) this.#remembered.clear();
    const times = this.#timesOf(day);
    this.#remembered.set(day, times);
    return times;
  }
}
