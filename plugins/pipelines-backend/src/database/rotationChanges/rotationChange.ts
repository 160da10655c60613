/** What a swap can be: `accepted` ones decide who is on call. */
export type SwapState =
  | 'proposed'
  | 'accepted'
  | 'declined'
  | 'cancelled'
  | 'expired';

/** What a cover can be: `accepted` from the start, for it is one-sided. */
export type CoverState = 'accepted' | 'cancelled';

/** What every change has. */
interface Requested {
  /** UUID. */
  readonly id: string;
  /** Full entity reference. */
  readonly rotationRef: string;
  /** Entity ref of who asked for it. */
  readonly requestedBy: string;
  readonly requestedAt: Date;
  /** In the requester's words. */
  readonly reason?: string;
  /** Entity ref of who brought it into its state; undefined for an expiry. */
  readonly answeredBy?: string;
  /** When it came into its state; undefined while nobody answered. */
  readonly answeredAt?: Date;
}

/**
 * Two members exchange two shifts. It refers to shifts by number, so that it
 * moves with them when their times change.
 */
export interface Swap extends Requested {
  readonly type: 'swap';
  readonly state: SwapState;
  readonly shifts: readonly [number, number];
  /** Entity refs of who has these shifts before: the first has the first. */
  readonly members: readonly [string, string];
  /** From then on it cannot be accepted any more. */
  readonly expiresAt: Date;
}

/** One member takes over for some time; no boundary and no turn moves. */
export interface Cover extends Requested {
  readonly type: 'cover';
  readonly state: CoverState;
  readonly from: Date;
  /** The first instant after it. */
  readonly to: Date;
  /** Entity ref of who takes over. */
  readonly by: string;
  /** Entity ref of whose duty it is. */
  readonly covered: string;
  /** Number of the shift that holds `from`. */
  readonly firstShift: number;
  /** Number of the shift that holds the last moment before `to`. */
  readonly lastShift: number;
}

/** What moves duty away from the plan. */
export type RotationChange = Swap | Cover;

type Decided = 'id' | 'state' | 'answeredBy' | 'answeredAt';

/** A swap as somebody asks for it. */
export type NewSwap = Omit<Swap, Decided>;

/** A cover as somebody asks for it. */
export type NewCover = Omit<Cover, Decided>;

/** A change as somebody asks for it. */
export type NewRotationChange = NewSwap | NewCover;

/** A swap that decides who is on call, and who agreed to it when. */
export interface AcceptedSwap extends Swap {
  readonly state: 'accepted';
  readonly answeredBy: string;
  readonly answeredAt: Date;
}

/** What can become of a change. */
export type AnswerState = Exclude<SwapState, 'proposed'>;

/** What becomes of a change, by whom and when; an expiry needs nobody. */
export type Answer = { readonly at: Date } & (
  | { readonly state: Exclude<AnswerState, 'expired'>; readonly by: string }
  | { readonly state: 'expired'; readonly by?: string }
);
