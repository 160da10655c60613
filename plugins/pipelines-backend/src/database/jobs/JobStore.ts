/** A job that was heard of. */
export interface KnownJob {
  readonly id: string;
  readonly namespace: string;
  readonly name: string;
  readonly firstHeardAt: Date;
  readonly lastHeardAt: Date;
  readonly producer: string;
  readonly sender: string;
  /** Names of data sets it writes, a few. */
  readonly outputs: readonly string[];
}

/** Where a page of jobs goes on. */
export interface JobCursor {
  readonly lastHeardAt: Date;
  readonly id: string;
}

/** Jobs that were heard of. */
export interface JobStore {
  /**
   * Jobs that are no steps of others and that no pipeline claims, last heard
   * first.
   */
  listUnclaimed(options: {
    limit: number;
    after?: JobCursor;
  }): Promise<KnownJob[]>;

  /** Jobs by their ids. */
  getMany(options: { ids: readonly string[] }): Promise<Map<string, KnownJob>>;

  /** The jobs, and all that they start, however indirectly; at most `limit`. */
  familyOf(options: {
    ids: readonly string[];
    limit: number;
  }): Promise<string[]>;
}
