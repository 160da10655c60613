/** Who wants to change something in a rotation, and what he is to it. */
export interface Actor {
  /** Entity reference; of a service, `service:default/<its subject>`. */
  readonly ref: string;
  /** Takes turns in the rotation, now or by a version that is to come. */
  readonly isMember: boolean;
  /**
   * Owns the rotation, or is a service that the policy lets in: may do for every
   * member what members do for themselves.
   */
  readonly actsForOthers: boolean;
}
