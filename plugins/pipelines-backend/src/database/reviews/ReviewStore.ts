/** What a person of the named group said about a period, as it is kept. */
export interface StoredReview {
  readonly id: string;
  /** Full entity reference. */
  readonly pipelineRef: string;
  /** Id of the promise. */
  readonly objective: string;
  /** Label of the period, such as `2026-10`. */
  readonly period: string;
  readonly isApproved: boolean;
  /** In the words of that person. */
  readonly comment?: string;
  /** Entity reference of a person. */
  readonly by: string;
  readonly at: Date;
}

/** A review before it has an id. */
export type NewStoredReview = Omit<StoredReview, 'id'>;

/** Where a page of reviews goes on: after this one. */
export type ReviewPosition = Pick<StoredReview, 'at' | 'id'>;

/**
 * What people said about periods: all of it is kept, the last before it is due
 * counts. What is stored here touches the rules of its pipeline in the same
 * transaction, so that they are judged again whatever dies.
 */
export interface ReviewStore {
  /**
   * Stores a review, or answers the last one of the period when the same person
   * said the same there. What is said later stands later, whatever the clocks of
   * backends show: its instant is after that of the last one.
   *
   * @param options - `touchedFrom`: the begin of the period; `most`: how often a
   *   period may be reviewed
   * @throws ConflictError when it was reviewed as often
   */
  add(options: {
    review: NewStoredReview;
    touchedFrom: Date;
    most: number;
  }): Promise<{ review: StoredReview; isNew: boolean }>;

  /** Those of a pipeline, newest first. */
  list(options: {
    pipelineRef: string;
    limit: number;
    after?: ReviewPosition;
  }): Promise<StoredReview[]>;
}
