import { Announce } from '../database';
import { KnownRotation } from '../rotations/KnownRotation';

/**
 * Says whom to tell of a change, and what. The store of changes puts it into the
 * outbox in the same transaction, so there is never the one without the other.
 */
export interface ChangeAnnouncer {
  /**
   * For `propose` and `answer`.
   *
   * @param rotation - as it was read before the change
   */
  announcing(rotation: KnownRotation): Announce;

  /** For `expireDue`, which turns proposals of any rotation. */
  readonly expired: Announce;
}
