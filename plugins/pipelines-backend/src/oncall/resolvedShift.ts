import { Reason } from './reason';

interface Stretch {
  /** Number of the shift of which this is a part. */
  readonly number: number;
  readonly start: Date;
  /** First instant after it. */
  readonly end: Date;
  /** Entity ref of whose shift it is after swaps; counted as their shift. */
  readonly holder: string;
  /** Entity refs of the members who watch besides the primary. */
  readonly watching: readonly string[];
  /** In the order in which they took effect. */
  readonly reasons: readonly Reason[];
}

/** A stretch of one shift with one person on duty, for the same reasons. */
export interface ResolvedShift extends Stretch {
  readonly kind: 'duty';
  /** Entity ref of who has duty. */
  readonly primary: string;
}

/** A stretch of one shift in which nobody can have duty. */
export interface Gap extends Stretch {
  readonly kind: 'gap';
  /** Entity refs of those who cannot, in the order in which they were asked. */
  readonly away: readonly string[];
  /** The escalation level that is told instead. */
  readonly toldLevel: 2;
  /** Who, when and why in plain words, in the rotation's zone. */
  readonly text: string;
}

/** What a roster says about a stretch of time. */
export type Segment = ResolvedShift | Gap;
