import { Knex } from 'knex';

/** What the spec of a pipeline asks of a measurement source. */
export interface MetricQuestion {
  readonly metric: string;
  /** Type of the source, such as `prometheus`. */
  readonly source: string;
  /** Name of an endpoint in the configuration of the source. */
  readonly endpoint: string;
  readonly query: string;
  /** Seconds; whole, at least 1. */
  readonly every: number;
}

/** A question as it is stored, and how it goes. */
export interface StoredQuestion extends MetricQuestion {
  readonly pipelineRef: string;
  /** When it is asked next. */
  readonly nextAt: Date;
  /** Up to when its figures are there; undefined if it was never answered. */
  readonly measuredTo?: Date;
  /** How often it failed in a row. */
  readonly failures: number;
  readonly lastSuccessAt?: Date;
  /** Why it fails; undefined if it does not. */
  readonly lastError?: string;
}

/** Which question, and who holds its lease. */
export interface LeasedQuestion {
  readonly pipelineRef: string;
  readonly metric: string;
  readonly owner: string;
}

/**
 * Questions that pipelines ask of measurement sources. Of several backends one
 * claims a question, for the time of a lease; what a dead backend had claimed is
 * due again when its lease ends.
 */
export interface MetricQueryStore {
  /**
   * Makes the questions of a pipeline what its spec says. One that is as before
   * goes on as before; one that changed begins anew; the others are deleted.
   *
   * @param options - `db` is the transaction in which to do it, if there is one;
   * no two of the questions are of the same metric
   */
  replaceFor(options: {
    pipelineRef: string;
    questions: readonly MetricQuestion[];
    now: Date;
    db?: Knex;
  }): Promise<void>;

  /**
   * Takes questions that are due, those due longest first.
   *
   * @param options - `owner` is to be unique to whoever asks them now
   */
  claimDue(options: {
    now: Date;
    limit: number;
    leaseUntil: Date;
    owner: string;
  }): Promise<StoredQuestion[]>;

  /**
   * Notes that a question was answered. Changes nothing if the lease went to
   * somebody else, or the question was changed.
   */
  succeed(
    options: LeasedQuestion & { at: Date; measuredTo: Date; nextAt: Date },
  ): Promise<void>;

  /**
   * Notes why a question was not answered, under the same condition. What was
   * not answered is asked again then.
   *
   * @param options - `error` has at most 500 characters
   */
  fail(
    options: LeasedQuestion & { error: string; nextAt: Date },
  ): Promise<void>;

  /** The questions of a pipeline, by metric. */
  listOf(options: { pipelineRef: string }): Promise<StoredQuestion[]>;

  /** Questions of all pipelines that failed last, most often in a row first. */
  listFailing(options: { limit: number }): Promise<StoredQuestion[]>;
}
