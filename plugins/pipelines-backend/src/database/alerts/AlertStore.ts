import { HeardAlert } from '../../ingest/heard';

/** An alert as it is kept. */
export interface StoredAlert extends HeardAlert {
  /** Of pipeline, fingerprint and begin. */
  readonly id: string;
}

/** Alerts, as they were heard of at one time. */
export interface AlertDelivery {
  readonly alerts: readonly HeardAlert[];
  readonly receivedAt: Date;
}

/**
 * Alerts about pipelines. The same fingerprint and begin is the same alert,
 * however often and in whatever order it is told of: once it is over it stays
 * so, since the earliest end that was told. Its words are those told last.
 */
export interface AlertStore {
  store(delivery: AlertDelivery): Promise<void>;

  /** Those of a pipeline, newest begin first; without a state, all. */
  list(options: {
    pipelineRef: string;
    state?: 'firing' | 'resolved';
    limit: number;
  }): Promise<StoredAlert[]>;

  /**
   * Forgets alerts that ended before an instant, and those that fire and were
   * not told of since then: whoever told of them is gone.
   *
   * @returns how many, `limit` at most
   */
  deleteEndedBefore(options: { before: Date; limit: number }): Promise<number>;
}
