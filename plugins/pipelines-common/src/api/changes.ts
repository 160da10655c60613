import type { Shift } from './shifts';

/**
 * Where a change stands. A swap is proposed until the other member answers or
 * its time is over; a cover is accepted at once.
 *
 * @public
 */
export type ChangeState =
  | 'proposed'
  | 'accepted'
  | 'declined'
  | 'cancelled'
  | 'expired';

/**
 * One of the two shifts of a swap, as it is without the swap.
 *
 * @public
 */
export interface SwapSide {
  /** Number of the shift. */
  number: number;
  /** ISO 8601 instant in UTC. */
  start: string;
  /** ISO 8601 instant in UTC. */
  end: string;
  /** Entity reference of the member who gives it away. */
  member: string;
}

/**
 * Two members exchange two shifts. Tied to shift numbers, so that it moves with
 * them.
 *
 * @public
 */
export interface SwapChange {
  /** Unique id. */
  id: string;
  /** Tells it from a cover. */
  type: 'swap';
  /** Entity reference of the Rotation. */
  rotationRef: string;
  /** Where it stands. */
  state: ChangeState;
  /** First the shift of the one who asks, then that of the one who is asked. */
  shifts: [SwapSide, SwapSide];
  /** Entity reference of who proposed it. */
  requestedBy: string;
  /** ISO 8601 instant in UTC. */
  requestedAt: string;
  /** When a proposal ends unanswered; ISO 8601 instant in UTC. */
  expiresAt: string;
  /** Entity reference of who answered or cancelled it. */
  answeredBy?: string;
  /** ISO 8601 instant in UTC. */
  answeredAt?: string;
  /** What the one who asks wrote. */
  reason?: string;
}

/**
 * One member stands in for another for a time. Moves no shift.
 *
 * @public
 */
export interface CoverChange {
  /** Unique id. */
  id: string;
  /** Tells it from a swap. */
  type: 'cover';
  /** Entity reference of the Rotation. */
  rotationRef: string;
  /** Where it stands. */
  state: 'accepted' | 'cancelled';
  /** ISO 8601 instant in UTC. */
  from: string;
  /** First instant after it; ISO 8601 in UTC. */
  to: string;
  /** Entity reference of who has duty instead. */
  by: string;
  /** Entity reference of who made it. */
  requestedBy: string;
  /** ISO 8601 instant in UTC. */
  requestedAt: string;
  /** Entity reference of who cancelled it. */
  answeredBy?: string;
  /** ISO 8601 instant in UTC. */
  answeredAt?: string;
  /** What its maker wrote. */
  reason?: string;
}

/** A change of who has duty. @public */
export type RotationChange = SwapChange | CoverChange;

/**
 * A change to be made.
 *
 * @public
 */
export type NewRotationChange =
  | {
      /** Exchange a shift for that of another member. */
      type: 'swap';
      /** Number of the shift to give away. */
      shift: number;
      /** Number of the shift to take; without it, that of the next in rotation who is not away. */
      withShift?: number;
      /** Why, in a few words. */
      reason?: string;
    }
  | {
      /** Stand in for whoever has duty. */
      type: 'cover';
      /** ISO 8601 instant; without it, now. */
      from?: string;
      /** ISO 8601 instant; without it, the end of the shift. */
      to?: string;
      /** Entity reference of a member; without it, the next in rotation who is free. */
      by?: string;
      /** Why, in a few words. */
      reason?: string;
    };

/**
 * What a change would do, before it is made.
 *
 * @public
 */
export interface RotationChangePreview {
  /** The change as it would be, without an id. */
  change: Omit<SwapChange, 'id'> | Omit<CoverChange, 'id'>;
  /** The stretches it touches, as they are. */
  before: Shift[];
  /** The same time after the change. */
  after: Shift[];
  /** What one should know first, in sentences: absences, holidays. */
  warnings: string[];
}

/**
 * One page of changes, newest first.
 *
 * @public
 */
export interface RotationChangesPage {
  /** Newest first. */
  items: RotationChange[];
  /** Hand this back as `cursor` for the next page; missing on the last. */
  nextCursor?: string;
}
