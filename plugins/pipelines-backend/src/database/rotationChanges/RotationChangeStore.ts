import { OutboxMessage } from '../notifications/NotificationOutbox';
import {
  AcceptedSwap,
  Answer,
  Cover,
  NewRotationChange,
  RotationChange,
  SwapState,
} from './rotationChange';

/**
 * Who is to be told of a change. The messages are stored with the change or not
 * at all, so that a backend may die at any moment.
 */
export type Announce = (change: RotationChange) => readonly OutboxMessage[];

/** What decides on top of the plan of a rotation. */
export interface RotationDuty {
  /**
   * How often changes took or lost effect, 0 if never: the `expectedRevision`
   * of a proposal that is made on what is seen here.
   */
  readonly revision: number;
  /** Accepted swaps, in the order in which they took effect. */
  readonly swaps: readonly AcceptedSwap[];
  /**
   * Covers, in the order in which they took effect: accepted ones, and of those
   * cancelled after they began the part until then, for what was served stays.
   */
  readonly covers: readonly Cover[];
}

/** A page of changes, and where the next one begins. */
export interface RotationChangePage {
  readonly items: readonly RotationChange[];
  readonly nextCursor?: string;
}

/** Swaps and covers. */
export interface RotationChangeStore {
  /**
   * Stores a change. A cover is accepted by that; a swap is proposed, and holds
   * its two shifts against other swaps until it is answered.
   *
   * @param options - `expectedRevision`: see {@link RotationDuty};
   *   `acceptAtOnce` for a swap that needs no consent
   * @throws ChangeConflictError if a shift of the swap is in an open swap; if
   *   the covered member has another cover at that time; or if, since
   *   `expectedRevision`, a change of these shifts or that time took or lost
   *   effect, so that the duty may not be what the requester saw
   */
  propose(options: {
    change: NewRotationChange;
    expectedRevision: number;
    acceptAtOnce?: boolean;
    announce?: Announce;
  }): Promise<RotationChange>;

  /**
   * Brings a change into another state: a proposed swap into any, an accepted
   * swap or cover into `cancelled`. Whether what would be cancelled lies in the
   * past is for the caller to ask.
   *
   * @throws NotFoundError if there is no such change
   * @throws ConflictError if its state does not allow that, or it is accepted
   *   or declined when it has expired; the message says the present state
   * @throws ChangeConflictError if an accepted swap is cancelled on which
   *   another swap of the same shift builds
   */
  answer(
    options: Answer & { id: string; announce?: Announce },
  ): Promise<RotationChange>;

  get(options: { id: string }): Promise<RotationChange | undefined>;

  /**
   * The changes of a rotation, newest first.
   *
   * @param options - `fromShift`: only those of this shift or a later one;
   *   `cursor`: the `nextCursor` of the page before
   * @throws InputError if the cursor is none
   */
  list(options: {
    rotationRef: string;
    states?: readonly SwapState[];
    fromShift?: number;
    limit: number;
    cursor?: string;
  }): Promise<RotationChangePage>;

  /** What decides in each of the rotations; each ref has its entry. */
  listForResolve(options: {
    rotationRefs: readonly string[];
  }): Promise<Map<string, RotationDuty>>;

  /**
   * Lets proposals expire that nobody answered in time.
   *
   * @returns those it turned; of two callers each change comes to one
   */
  expireDue(options: {
    now: Date;
    limit: number;
    announce?: Announce;
  }): Promise<RotationChange[]>;
}
