import { Holiday } from './rotationPlan';

interface InWords {
  /** In plain words, with the names of people as the caller calls them. */
  readonly text: string;
}

/** The sequence of the rotation gives this shift to its primary. */
export interface SequenceReason {
  readonly type: 'sequence';
  /** In plain words, without names: "weekly rotation, 3rd of 4 in sequence". */
  readonly text: string;
}

/** Duty moved because the day is a holiday. */
export interface HolidayReason extends InWords {
  readonly type: 'holiday';
  /** Adjacent holidays that stay with one person, in order. */
  readonly holidays: readonly Holiday[];
  /** Who would have had duty. */
  readonly outgoing: string;
  /** Who has it; absent if everyone is away; `outgoing` if all others are. */
  readonly incoming?: string;
  /** Who came before in sequence and is away. */
  readonly away: readonly string[];
}

/** Two members exchanged shifts, and this is one of them. */
export interface SwapReason extends InWords {
  readonly type: 'swap';
  readonly changeId: string;
  readonly outgoing: string;
  readonly incoming: string;
  /** The two shifts, by number: first the one that `members[0]` gave away. */
  readonly shifts: readonly [number, number];
  /** Who agreed. */
  readonly answeredBy: string;
  readonly answeredAt: Date;
  /** The absence of `outgoing` known then, `yyyy-MM-dd`, last day included. */
  readonly absence?: { readonly from: string; readonly to: string };
  /** What the requester wrote. */
  readonly note?: string;
}

/** Someone stands in for a time; shifts and sequence stay as they are. */
export interface CoverReason extends InWords {
  readonly type: 'cover';
  readonly changeId: string;
  /** Who had duty; absent if nobody had. */
  readonly outgoing?: string;
  readonly incoming: string;
  /** The whole cover, which may reach beyond this stretch. */
  readonly from: Date;
  /** First instant after the cover. */
  readonly to: Date;
  readonly createdBy: string;
  /** What its creator wrote. */
  readonly note?: string;
}

/** A period in which every member watches. */
export interface AllHandsReason extends InWords {
  readonly type: 'all-hands';
  /** What the period is called. */
  readonly name: string;
  /** First day, `yyyy-MM-dd` in the rotation's zone. */
  readonly from: string;
  /** Last day, included. */
  readonly to: string;
}

/** Why duty is as it is. */
export type Reason =
  | SequenceReason
  | HolidayReason
  | SwapReason
  | CoverReason
  | AllHandsReason;
