/** A calendar that somebody subscribed to. */
export interface CalendarFeed {
  readonly id: string;
  /** Full entity reference. */
  readonly rotationRef: string;
  /** Entity ref of the member whose shifts it has; undefined: everybody's. */
  readonly member?: string;
  /** Entity ref of the subscriber, who alone knows the token. */
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly revokedAt?: Date;
  /** When a calendar program last asked for it. */
  readonly lastReadAt?: Date;
}

/** What a new {@link CalendarFeed} is made of. */
export type NewCalendarFeed = Pick<
  CalendarFeed,
  'rotationRef' | 'member' | 'createdBy' | 'createdAt'
>;

/**
 * Calendar feeds and their secrets. A token is known only to whom it was given:
 * the table has its hash, which opens nothing when the table leaks.
 */
export interface CalendarFeedStore {
  /** The token is 32 random bytes as base64url, and is shown only here. */
  create(options: {
    feed: NewCalendarFeed;
  }): Promise<{ feed: CalendarFeed; token: string }>;

  get(options: { id: string }): Promise<CalendarFeed | undefined>;

  /** @returns undefined if the token is wrong or its feed revoked */
  findByToken(options: { token: string }): Promise<CalendarFeed | undefined>;

  /** Notes that a feed was read; an earlier instant changes nothing. */
  markRead(options: { id: string; at: Date }): Promise<void>;

  /** @returns false if there is no such feed, or it was revoked before */
  revoke(options: { id: string; at: Date }): Promise<boolean>;

  /** All feeds of a subscriber, revoked ones too, newest first. */
  listOf(options: { createdBy: string }): Promise<CalendarFeed[]>;
}
