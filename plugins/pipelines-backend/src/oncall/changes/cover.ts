/**
 * Someone stands in for whoever has duty, for a time. One-sided: no boundary
 * moves, no turn is lost or won.
 *
 * Source: "If primary on-call person is unavailable, next person in rotation
 * covers".
 */
export interface Cover {
  readonly id: string;
  /** First instant; cut to the minute. */
  readonly from: Date;
  /** First instant after it; cut to the minute. To end a cover early, set it. */
  readonly to: Date;
  /** Entity ref of who stands in. */
  readonly by: string;
  readonly createdBy: string;
  /** Nothing before the minute of this moment changes. */
  readonly createdAt: Date;
  /** What its creator wrote. */
  readonly reason?: string;
}
