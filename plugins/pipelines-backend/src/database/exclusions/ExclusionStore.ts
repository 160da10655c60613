/** Time that does not count, as it is kept. */
export interface StoredExclusion {
  readonly id: string;
  /** Full entity reference. */
  readonly pipelineRef: string;
  readonly type: 'maintenance' | 'pause';
  /** In the words of its author. */
  readonly reason: string;
  readonly from: Date;
  /** The first instant that counts again. */
  readonly to: Date;
  /**
   * Ids of the promises it is about, sorted. Where neither these nor monitors are
   * named, it is about all rules (save those that only a name excuses).
   */
  readonly objectives?: readonly string[];
  /** Ids of the monitors it is about, sorted. */
  readonly monitors?: readonly string[];
  /** Entity reference of a person. */
  readonly author: string;
  readonly createdAt: Date;
  /** Somebody took it back: it is not active any more. */
  readonly cancelled?: {
    readonly by: string;
    readonly at: Date;
    readonly reason: string;
  };
}

/** An exclusion before it has an id. */
export type NewStoredExclusion = Omit<StoredExclusion, 'id' | 'cancelled'>;

/** Where a page of exclusions goes on: after this one. */
export type ExclusionPosition = Pick<StoredExclusion, 'createdAt' | 'id'>;

/**
 * Times that do not count. What is stored here touches the rules of its pipeline
 * in the same transaction, so that they are judged again whatever dies.
 */
export interface ExclusionStore {
  /**
   * Stores an exclusion, or answers the one that says the same and is active: of
   * the same author, range, type, objectives and monitors. Of two that ask at the
   * same moment one is stored.
   *
   * @param options - the pipeline may have `most` active ones that end after
   *   `endAfter`
   * @throws ConflictError when it has as many
   */
  add(options: {
    exclusion: NewStoredExclusion;
    most: number;
    endAfter: Date;
  }): Promise<{ exclusion: StoredExclusion; isNew: boolean }>;

  get(options: { id: string }): Promise<StoredExclusion | undefined>;

  /**
   * Takes an exclusion back. It stays listed.
   *
   * @returns undefined if there is none with this id, or it was taken back before
   */
  cancel(options: {
    id: string;
    by: string;
    at: Date;
    reason: string;
  }): Promise<StoredExclusion | undefined>;

  /** Those of a pipeline, newest first, with those that were taken back. */
  list(options: {
    pipelineRef: string;
    limit: number;
    after?: ExclusionPosition;
  }): Promise<StoredExclusion[]>;

  /**
   * Those that overlap a range, by begin, with those that were taken back. Of
   * more than 2,000 the active ones come first.
   */
  touching(options: {
    pipelineRef: string;
    from: Date;
    to: Date;
  }): Promise<StoredExclusion[]>;
}
