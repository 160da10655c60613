import { Measurement, Subject } from '../../ingest/heard';

/** All figures of a metric with one set of dimensions. */
export interface Series {
  readonly id: number;
  readonly subject: Subject;
  readonly metric: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** One figure. */
export interface Point {
  readonly at: Date;
  /** Of counts, their share; absent if their total is 0. */
  readonly value?: number;
  readonly good?: number;
  readonly total?: number;
}

/** The figures of a day in UTC, rolled up. */
export interface Day {
  /** `yyyy-MM-dd`. */
  readonly day: string;
  readonly count: number;
  readonly min?: number;
  readonly max?: number;
  readonly last?: number;
  readonly sum?: number;
  readonly good?: number;
  readonly total?: number;
}

/** Keeps figures, and their days rolled up. */
export interface MeasurementStore {
  /**
   * Writes measurements as one.
   *
   * @returns ids of the series
   */
  write(options: {
    measurements: readonly Measurement[];
    receivedAt: Date;
  }): Promise<number[]>;

  /** Series of the subjects, by metric and id, from after a cursor on. */
  listSeries(options: {
    subjects: readonly Subject[];
    limit: number;
    after?: { metric: string; id: number };
  }): Promise<Series[]>;

  /** The series of an id. */
  getSeries(options: { id: number }): Promise<Series | undefined>;

  /** The newest point of each series. */
  latest(options: { ids: readonly number[] }): Promise<Map<number, Point>>;

  /** Whether figures of a day in the range were deleted, so that only sums are left. */
  hasDeletedDays(options: {
    id: number;
    from: Date;
    to: Date;
  }): Promise<boolean>;

  /** Points from `from` on, before `to`, oldest first. */
  listPoints(options: {
    id: number;
    from: Date;
    to: Date;
    limit: number;
  }): Promise<Point[]>;

  /**
   * Days from the one of `from` to the one of `to`, oldest first; those that are
   * not rolled up yet are summed up on the way.
   */
  listDays(options: { id: number; from: Date; to: Date }): Promise<Day[]>;

  /**
   * Rolls up days before `before` whose figures changed.
   *
   * @returns how many, at most `limit`
   */
  rollUp(options: { before: Date; limit: number; now: Date }): Promise<number>;

  /**
   * Deletes the figures of days before `before`; their sums stay.
   *
   * @returns of how many days, at most `limit`
   */
  deleteBefore(options: { before: Date; limit: number }): Promise<number>;

  /**
   * Deletes the sums of days before `before`.
   *
   * @returns how many
   */
  deleteDaysBefore(options: { before: Date }): Promise<number>;
}
