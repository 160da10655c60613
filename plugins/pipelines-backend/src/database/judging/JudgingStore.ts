/** What one step of judging did. */
export interface JudgedStep {
  /** How many rules were looked at. */
  readonly rules: number;
  /** Pipelines of which a verdict, or the standing of a rule, is different. */
  readonly pipelineRefs: readonly string[];
  /** Rules that could not be judged, and why. */
  readonly failures: readonly {
    readonly pipelineRef: string;
    readonly rule: string;
    readonly error: Error;
  }[];
}

/**
 * Judges rules by what is stored, and stores what was judged. Each step is one
 * transaction: whatever dies within it did nothing, and of several backends each
 * takes other rules, so that each is judged once.
 */
export interface JudgingStore {
  /** Whether something came in, or a rule is due: one indexed query. */
  isAnythingDue(options: { now: Date }): Promise<boolean>;

  /**
   * Hands what came in to the rules that read it.
   *
   * @returns how much of it, at most `limit`
   */
  touch(options: { now: Date; limit: number }): Promise<number>;

  /**
   * Judges rules that are due, at most `limit`.
   *
   * @param options - `floor`: facts from then on are kept
   */
  judgeDue(options: {
    now: Date;
    limit: number;
    floor: Date;
  }): Promise<JudgedStep>;

  /**
   * Forgets receipts before an instant.
   *
   * @returns how many, at most `limit`
   */
  deleteReceiptsBefore(options: {
    before: Date;
    limit: number;
  }): Promise<number>;
}
