/**
 * Why a person has a shift. Reasons stand in the order in which they were
 * applied, each on top of the one before: the rotation's own sequence, a
 * holiday, a swap, a cover, an all-hands period.
 *
 * @public
 */
export type ShiftReason =
  | {
      /** The rotation's own order. */
      type: 'sequence';
      /** The reason in plain words. */
      text: string;
    }
  | {
      /** A major holiday moves duty to the next in sequence. */
      type: 'holiday';
      /** The reason in plain words. */
      text: string;
      /** The holiday, or adjacent ones; days as `yyyy-MM-dd` in the rotation's zone. */
      holidays: { date: string; name: string }[];
      /** Entity reference of the person who would have had duty. */
      outgoing: string;
    }
  | {
      /** Two members exchanged shifts, or one covers for another. */
      type: 'swap' | 'cover';
      /** The reason in plain words. */
      text: string;
      /** Id of the change. */
      changeId: string;
      /** Entity reference of the person who would have had duty; missing when nobody had. */
      outgoing?: string;
    }
  | {
      /** A period in which every member watches. */
      type: 'all-hands';
      /** The reason in plain words. */
      text: string;
      /** What the period is called. */
      name: string;
    };

/**
 * A stretch of on-call duty, from `start` up to but without `end`. A holiday or
 * a cover inside a shift makes several stretches of it, with one number.
 *
 * @public
 */
export interface Shift {
  /** Number of the shift, from 0 at the rotation's start. */
  number: number;
  /** ISO 8601 instant in UTC. */
  start: string;
  /** ISO 8601 instant in UTC. */
  end: string;
  /** Entity reference of the person on call. */
  primary: string;
  /** Entity references of those who watch as well. */
  watching: string[];
  /** Why this person has it; never empty. */
  reasons: ShiftReason[];
}

/**
 * A stretch of time for which nobody is available. Level 2 of the escalation
 * policy is told instead.
 *
 * @public
 */
export interface Gap {
  /** Number of the shift it lies in. */
  number: number;
  /** ISO 8601 instant in UTC. */
  start: string;
  /** ISO 8601 instant in UTC. */
  end: string;
  /** Who is missing and why, in plain words. */
  text: string;
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
  /** Missing before the rotation's first shift, and in a gap. */
  current?: Shift;
  /** There when nobody is available. */
  gap?: Gap;
  /** The next stretch with another person on call, or the first of all. */
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
  /** Times within the page for which nobody is available. */
  gaps: Gap[];
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
