import {
  BusinessCalendar,
  durationToMillis,
  PipelineSpec,
} from '@techflow/backstage-plugin-pipelines-common';
import { cronTimes } from '../calendar/cronTimes';
import { deadlineTimes } from '../calendar/deadlineTimes';
import { Recurrence } from '../calendar/Recurrence';
import { RunTimes, Slot } from './slot';

/** When runs are expected, for one audience. */
export type Schedule = NonNullable<PipelineSpec['schedules']>[number];

// Schedulers fire a little early by our clock, never by minutes.
const EARLY_MS = 60_000;

/** How times of a rule become slots. */
interface Shape {
  readonly times: Recurrence;
  readonly graceMs: number;
  readonly audience?: string;
  /** From a time to the first begin that answers it, or the one before it. */
  readonly from: (time: number, before: number | undefined) => number;
  readonly countsAt: (time: number) => number;
  /** The time that a begin at an instant answers. */
  readonly timeOf: (instant: number) => number | undefined;
}

/**
 * The slots of a rule, in order. Each begins where the one before it ends, so
 * that every instant lies in exactly one. The only place that knows which times
 * a schedule or a deadline expects.
 */
export class SlotGrid {
  readonly #shape: Shape;

  private constructor(shape: Shape) {
    this.#shape = shape;
  }

  /**
   * Slots of a schedule. What begins from an expected time on, or up to a minute
   * early, answers it, until the next one; and it counts in the month of that
   * time.
   */
  static ofSchedule(schedule: Schedule): SlotGrid {
    const times = cronTimes(schedule.cron, schedule.timeZone);
    return new SlotGrid({
      times,
      graceMs: durationToMillis(schedule.grace ?? '0m'),
      audience: schedule.audience,
      from: time => time - EARLY_MS,
      countsAt: time => time,
      timeOf: instant => times.atOrBefore(instant + EARLY_MS),
    });
  }

  /**
   * Slots of a deadline in words. What begins after the last one was due, up to
   * when this one is, answers it. The end of a day or month (24:00) counts in
   * the one that ends.
   */
  static ofDeadline(options: {
    words: string;
    grace?: string;
    audience?: string;
    timeZone: string;
    calendar: BusinessCalendar;
  }): SlotGrid {
    const graceMs = durationToMillis(options.grace ?? '0m');
    const times = deadlineTimes(options);
    return new SlotGrid({
      times,
      graceMs,
      ...(options.audience && { audience: options.audience }),
      from: (time, before) =>
        before === undefined ? time : before + graceMs + 1,
      countsAt: time => time - 1,
      timeOf: instant => times.after(instant - graceMs - 1),
    });
  }

  /** Slots expected from `from` on, before `to`. */
  between(from: number, to: number): Slot[] {
    const { times } = this.#shape;
    const found = times.between(from, to);
    return found.map((time, index) =>
      this.#slot({
        time,
        before: found[index - 1] ?? times.atOrBefore(time - 1),
        next: found[index + 1] ?? times.after(time),
      }),
    );
  }

  /** The first slot expected after an instant. */
  after(instant: number): Slot | undefined {
    return this.#slotOf(this.#shape.times.after(instant));
  }

  /** The slot that what begins at an instant answers. */
  at(instant: number): Slot | undefined {
    const slot = this.#slotOf(this.#shape.timeOf(instant));
    return slot && slot.from <= instant ? slot : undefined;
  }

  /**
   * The slot that a run answers. Schedulers that work on intervals of data name
   * the beginning and the end of one, and run at the end; others name the time
   * of the run itself. A named time counts if it is one of the schedule's, and
   * the run began no more than one slot before it.
   */
  ofRun({ begunAt, nominal }: RunTimes): Slot | undefined {
    const named = [nominal?.end, nominal?.start].find(
      time => time !== undefined && this.#shape.times.atOrBefore(time) === time,
    );
    return named !== undefined && begunAt >= this.earliestBegin(named)
      ? this.#slotOf(named)
      : this.at(begunAt);
  }

  /** The earliest begin of a run that may answer a slot expected at a time. */
  earliestBegin(time: number): number {
    const { times } = this.#shape;
    const before = times.atOrBefore(time - 1);
    return Math.min(
      time,
      this.#slotOf(before)?.from ?? this.#slotOf(time)?.from ?? time,
    );
  }

  /**
   * From when on slots are expected that a fact about an instant may touch: the
   * one that a run answers that begins then, or is named for it, and those that
   * are not due yet.
   */
  touchedFrom(instant: number): number {
    const { times, graceMs, timeOf } = this.#shape;
    return Math.min(
      instant,
      timeOf(instant) ?? instant,
      times.after(instant - graceMs - 1) ?? instant,
    );
  }

  /** When the slot before one that is expected at a time was expected. */
  expectedBefore(time: number): number {
    return this.#shape.times.atOrBefore(time - 1) ?? time;
  }

  #slotOf(time: number | undefined): Slot | undefined {
    if (time === undefined) return undefined;
    const { times } = this.#shape;
    const before = times.atOrBefore(time - 1);
    return this.#slot({ time, before, next: times.after(time) });
  }

  #slot(options: { time: number; before?: number; next?: number }): Slot {
    const { time, before, next } = options;
    const { graceMs, audience, from, countsAt } = this.#shape;
    return {
      key: new Date(time).toISOString(),
      ...(audience && { audience }),
      expectedAt: time,
      dueAt: time + graceMs,
      from: from(time, before),
      ...(next !== undefined && { to: from(next, time) }),
      countsAt: countsAt(time),
    };
  }
}
