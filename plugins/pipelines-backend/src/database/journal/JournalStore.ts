/** What was heard from a sender by one door. */
export interface HeardSender {
  readonly sender: string;
  readonly route: string;
  readonly stored: number;
  readonly refused: number;
  readonly at: Date;
}

/** A reason for which something of a sender was not kept. */
export interface HeardRefusal {
  readonly sender: string;
  readonly route: string;
  readonly of: 'item' | 'facet';
  readonly reason: string;
  readonly count: number;
  readonly at: Date;
}

/** A sender, since it was first heard. */
export interface KnownSender extends Omit<HeardSender, 'at'> {
  readonly firstHeardAt: Date;
  readonly lastHeardAt: Date;
}

/** A reason, since it was first given. */
export interface KnownRefusal extends Omit<HeardRefusal, 'at'> {
  readonly id: string;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

/** Who sends something, and what of it is not kept. */
export interface JournalStore {
  /** Adds to the counts. */
  add(options: {
    senders: readonly HeardSender[];
    refusals: readonly HeardRefusal[];
  }): Promise<void>;

  /** Last heard first. */
  listSenders(options: { limit: number }): Promise<KnownSender[]>;

  /** Last given first. */
  listRefusals(options: { limit: number }): Promise<KnownRefusal[]>;

  /**
   * Deletes refusals last given before an instant.
   *
   * @returns how many, at most `limit`
   */
  deleteRefusalsBefore(options: {
    before: Date;
    limit: number;
  }): Promise<number>;
}
