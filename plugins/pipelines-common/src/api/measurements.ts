/**
 * A measurement as tools send it: either `value`, or `good` and `total`.
 *
 * @public
 */
export interface NewMeasurement {
  /** Entity reference of the Pipeline. */
  pipelineRef: string;
  /** Such as `kafka.consumer-lag`. */
  metric: string;
  /** The instant that the figure is of, ISO 8601 with its zone. */
  at: string;
  /**
   * The figure; or an instant, ISO 8601 with its zone, of a metric that carries
   * the time of the newest data. It is kept as seconds since 1970.
   */
  value?: number | string;
  /** How many are good, out of `total`. */
  good?: number;
  /** How many there are in all. */
  total?: number;
  /** What the figure is of, such as a region. */
  dimensions?: Record<string, string>;
  /**
   * Names this measurement among those of its metric and dimensions: the same
   * key again is a repeat, or a correction. Without it, `at` is its name.
   */
  key?: string;
}

/**
 * What became of each item of a request. Items that are not named were kept.
 *
 * @public
 */
export interface IngestResult {
  /** How many items were sent. */
  received: number;
  /** How many of them are stored now, repeats included. */
  stored: number;
  /** What was not kept, each with its position from 0. */
  refused: { index: number; reason: string }[];
}

/** All figures of one metric with the same dimensions. @public */
export interface MetricSeries {
  /** Unique id. */
  id: string;
  /** Such as `kafka.consumer-lag`. */
  metric: string;
  /** From the Pipeline's spec. */
  title?: string;
  /** What it is counted in, from the Pipeline's spec. */
  unit?: string;
  /** What its figures are of. */
  dimensions: Record<string, string>;
  /** Its figures are instants, in seconds since 1970: how new the data is. */
  isInstant: boolean;
  /** The job that told it; absent if it was measured of the pipeline itself. */
  job?: { namespace: string; name: string };
  /** The newest point. */
  latest?: MeasuredPoint;
}

/** A page of series, ordered by metric. @public */
export interface SeriesPage {
  /** The series. */
  items: MetricSeries[];
  /** Leads to the next page; absent on the last. */
  nextCursor?: string;
}

/** One figure. @public */
export interface MeasuredPoint {
  /** The instant that it is of, ISO 8601 in UTC. */
  at: string;
  /** Of counts, the share that is good, from 0 to 1. Absent if the total is 0. */
  value?: number;
  /** Of counts, how many are good. */
  good?: number;
  /** Of counts, how many there are in all. */
  total?: number;
}

/** All figures of a series on one day in UTC. @public */
export interface MeasuredDay {
  /** `yyyy-MM-dd` in UTC. */
  day: string;
  /** How many figures there are. */
  count: number;
  /** Of counts, of their shares. Absent where there is none. */
  min?: number;
  /** The highest figure. */
  max?: number;
  /** The last figure of the day. */
  last?: number;
  /** All figures added up. */
  sum?: number;
  /** Sums over the day, of counts. */
  good?: number;
  /** Sum of all totals, of counts. */
  total?: number;
}

/**
 * The figures of a series in a range: each of them where they are few enough,
 * else day by day. Oldest first.
 *
 * @public
 */
export type Measurements =
  | { resolution: 'point'; points: MeasuredPoint[] }
  | { resolution: 'day'; days: MeasuredDay[] };
