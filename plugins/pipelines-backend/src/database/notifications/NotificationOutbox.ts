import { JsonObject } from '@backstage/types';

/** A notification to send. */
export interface OutboxMessage {
  /**
   * What it is about, such as a change, a state and a recipient: of one key one
   * message is sent, whoever enqueues it how often.
   */
  readonly key: string;
  /** Entity refs. */
  readonly recipients: readonly string[];
  readonly payload: JsonObject;
  /** When to send it. */
  readonly at: Date;
}

/** A message that this backend, and no other, is to send now. */
export interface ClaimedMessage {
  readonly key: string;
  readonly recipients: readonly string[];
  readonly payload: JsonObject;
  /** How often it was claimed, this time included. */
  readonly attempts: number;
}

/**
 * Notifications that wait to be sent. A message is stored together with what it
 * is about, claimed for the time of a lease, and closed when it was sent or
 * given up; what a dead backend had claimed is due again when its lease ends.
 *
 * A backend that dies between sending and {@link NotificationOutbox.markSent}
 * leaves a message that is sent again. Send it with its key as the `scope` of
 * the Backstage notification: that makes the second the same as the first.
 */
export interface NotificationOutbox {
  /** @returns false if the key is known already; then nothing changes */
  enqueue(message: OutboxMessage): Promise<boolean>;

  /**
   * Takes messages that are due, those due longest first.
   *
   * @param options - `owner` is to be unique to the running process
   */
  claimDue(options: {
    now: Date;
    limit: number;
    leaseUntil: Date;
    owner: string;
  }): Promise<ClaimedMessage[]>;

  markSent(options: { key: string; at: Date }): Promise<void>;

  /**
   * Notes why sending failed. Changes nothing if the lease went to somebody
   * else meanwhile.
   *
   * @param options - without `retryAt` the message is given up
   */
  markFailed(options: {
    key: string;
    owner: string;
    error: string;
    at: Date;
    retryAt?: Date;
  }): Promise<void>;

  /**
   * Forgets messages that were closed before an instant. Their keys are new
   * then: keep them for as long as anybody might enqueue them again.
   *
   * @returns how many were deleted; `limit` of them means there may be more
   */
  deleteClosedBefore(options: { before: Date; limit: number }): Promise<number>;
}
