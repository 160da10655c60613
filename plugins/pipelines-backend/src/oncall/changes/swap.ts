/**
 * Two members exchange a shift each. It refers to shift numbers and moves with
 * them when times change.
 *
 * Source: "Team member going on vacation swaps with next person in rotation".
 */
export interface AcceptedSwap {
  readonly id: string;
  readonly state: 'accepted';
  /** Numbers of the shift that `members[0]` gives away and of the one they get. */
  readonly shifts: readonly [number, number];
  /** Entity refs: who gives the first shift away, and who takes it. */
  readonly members: readonly [string, string];
  readonly requestedBy: string;
  readonly answeredBy: string;
  /** Nothing before this moment changes. */
  readonly answeredAt: Date;
  /** What the requester wrote. */
  readonly reason?: string;
}

/** A shift of a swap that the swap cannot move any more. */
export interface LapsedSwap {
  readonly id: string;
  /** The number of that shift. */
  readonly shift: number;
  readonly why: /** No such shift in the rotation. */
  | 'no-shift'
    /** It had ended before the swap was agreed. */
    | 'over'
    /** A change of the rotation or a swap before gave it to someone else. */
    | 'other-holder'
    /** Who should take it has left the rotation. */
    | 'left';
}
