/**
 * One time at which something is expected, and what answers it. Instants are
 * epoch milliseconds.
 */
export interface Slot {
  /** Names it within its rule, whatever else changes. */
  readonly key: string;
  /** Of a schedule: whom it serves. */
  readonly audience?: string;
  /** When it is expected: the time of the schedule, or the deadline. */
  readonly expectedAt: number;
  /** The last instant that is still on time: with grace. */
  readonly dueAt: number;
  /** What begins from here on … */
  readonly from: number;
  /** … and before here answers it. Absent: nothing comes after it. */
  readonly to?: number;
  /** The month in which this instant lies counts it. */
  readonly countsAt: number;
}

/** When a run was, for finding the slot it answers. */
export interface RunTimes {
  readonly begunAt: number;
  /** The slot that the tool says it ran for. */
  readonly nominal?: { readonly start: number; readonly end?: number };
}
