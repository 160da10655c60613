/**
 * Why a person has a shift. Reasons stand in the order in which they were
 * applied, each on top of the one before.
 *
 * @public
 */
export interface ShiftReason {
  /** Which rule it is: `sequence` is the rotation's own order. */
  type: 'sequence';
  /** The reason in plain words. */
  text: string;
}

/**
 * A stretch of on-call duty, from `start` up to but without `end`.
 *
 * @public
 */
export interface Shift {
  /** Counts from 0 at the rotation's start. */
  number: number;
  /** ISO 8601 instant in UTC. */
  start: string;
  /** ISO 8601 instant in UTC; the start of the next shift. */
  end: string;
  /** Entity reference of the person on call. */
  primary: string;
  /** Why this person has it; never empty. */
  reasons: ShiftReason[];
}

/**
 * Who is on call in a rotation at an instant.
 *
 * @public
 */
export interface OnCall {
  /** Entity reference of the Rotation. */
  rotationRef: string;
  /** The instant asked about; ISO 8601 in UTC. */
  at: string;
  /** IANA zone of the rotation's handoffs. */
  timeZone: string;
  /** Missing before the rotation's first shift. */
  current?: Shift;
  /** The shift after the current one, or the first of all. */
  next: Shift;
}

/**
 * One page of a rotation's shifts.
 *
 * @public
 */
export interface ShiftsPage {
  /** Entity reference of the Rotation. */
  rotationRef: string;
  /** IANA zone of the rotation's handoffs. */
  timeZone: string;
  /** In the order of time, with their real start and end. */
  items: Shift[];
  /** Hand this back as `cursor` for the next page; missing on the last. */
  nextCursor?: string;
}

/**
 * Answer to a question about several rotations at once, in the order asked.
 * A rotation that does not exist, or that the reader may not see, is null.
 *
 * @public
 */
export interface OnCallByRefs {
  /** One answer for each reference asked. */
  items: (OnCall | null)[];
}
