/**
 * What a Pipeline asks of a source, and for which time.
 *
 * @public
 */
export interface MeasurementQuestion {
  /** In the language of the source, from `spec.metrics[].source.query`. */
  readonly query: string;
  /**
   * Name of an endpoint that the source knows from its own configuration. It is
   * written in an entity, where anybody may write: never take it for an address.
   */
  readonly endpoint: string;
  /** Figures later than this are wanted. A whole multiple of `every` since 1970. */
  readonly from: Date;
  /** And not later than this. Another such multiple, later than `from`. */
  readonly to: Date;
  /** Seconds from one figure to the next. */
  readonly every: number;
}

/**
 * A figure that a source has.
 *
 * @public
 */
export interface MeasuredValue {
  /** A whole multiple of `every` since 1970, in UTC. */
  readonly at: Date;
  /** Finite; others are left out. */
  readonly value: number;
  /** What it is of, such as `{ topic: 'clicks' }`. */
  readonly dimensions: Readonly<Record<string, string>>;
}

/**
 * Something that can be asked for figures of a pipeline, such as Prometheus. The
 * pipelines backend asks it when a question is due, stores what it answers, and
 * asks again later when it fails.
 *
 * @public
 */
export interface MeasurementSource {
  /** What Pipelines name it by in `spec.metrics[].source.type`. */
  readonly type: string;

  /**
   * Answers a question: a figure for each series and each multiple of `every` with
   * `from` \< `at` ≤ `to` of which there is one. The same question has the same
   * answer, so that asking again changes nothing.
   *
   * Without any figure the answer is empty; that is no failure.
   *
   * @param options - the `signal` says when nobody waits for the answer any more
   * @throws Error whose message says why there is no answer. It is shown to
   * readers of the pipeline: addresses and secrets must not be in it.
   */
  measure(
    question: MeasurementQuestion,
    options: { signal: AbortSignal },
  ): Promise<MeasuredValue[]>;
}
