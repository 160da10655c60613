/** A rotation at which somebody has to look now. */
export interface RotationWakeup {
  /** Full entity reference. */
  readonly rotationRef: string;
  /** Of what lies between then and now nobody was reminded yet. */
  readonly since: Date;
  /** To be handed back, so that a change that came meanwhile is not lost. */
  readonly revision: number;
}

/**
 * When each rotation has to be looked at next: so that nobody asks all of them
 * every minute. The stores of versions, changes and absences touch a rotation in
 * the transaction that changes it.
 */
export interface RotationWakeupStore {
  /** A rotation changed: look at it at `at`, or earlier if that was due. */
  touch(options: { rotationRef: string; at: Date }): Promise<void>;

  /** Rotations to look at, those due longest first. */
  due(options: { now: Date; limit: number }): Promise<RotationWakeup[]>;

  /**
   * All is told up to `nextAt`; notes to look again then.
   *
   * @returns false if the rotation was touched meanwhile; it is due still
   */
  settle(options: { wakeup: RotationWakeup; nextAt: Date }): Promise<boolean>;

  /** It could not be looked at, and nothing was told: to be tried later. */
  postpone(options: { wakeup: RotationWakeup; nextAt: Date }): Promise<void>;
}
