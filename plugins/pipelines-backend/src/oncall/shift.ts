import { SequenceReason } from './reason';

/** One person's duty from one handoff to the next. */
export interface Shift {
  /**
   * Counted from 0 at the start of the rotation. A number is never given to
   * another shift, so that it can be referred to when times move.
   */
  readonly number: number;
  /** First instant of the shift. */
  readonly start: Date;
  /** First instant of the next shift: shifts are half-open. */
  readonly end: Date;
  /** Entity ref of the member on duty. */
  readonly primary: string;
  /** In the order in which they took effect. */
  readonly reasons: readonly SequenceReason[];
}
