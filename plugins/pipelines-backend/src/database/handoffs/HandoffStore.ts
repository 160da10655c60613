import { JsonObject } from '@backstage/types';

/** One point to go through in the meeting. */
export interface ChecklistItem {
  readonly text: string;
  readonly done: boolean;
}

/** Who said that the handoff is done, and when. */
export interface HandoffDone {
  /** Entity ref. */
  readonly by: string;
  readonly at: Date;
}

/**
 * What was handed over at a change of duty.
 *
 * Source: "Knowledge Transfer: 30-minute handoff meetings".
 */
export interface Handoff {
  /** Full entity reference. */
  readonly rotationRef: string;
  /** Number of the shift that begins with this handoff. */
  readonly shiftNumber: number;
  readonly notes: string;
  readonly checklist: readonly ChecklistItem[];
  /** The open issues as they were at that moment. */
  readonly openIssues: readonly JsonObject[];
  readonly doneByOutgoing?: HandoffDone;
  readonly doneByIncoming?: HandoffDone;
  /** How long the meeting took. */
  readonly minutes?: number;
  /** How often it was saved: 1 after the first time. */
  readonly revision: number;
}

/** Handoffs: one for each shift at most; a missing one is not there. */
export interface HandoffStore {
  get(options: {
    rotationRef: string;
    shiftNumber: number;
  }): Promise<Handoff | undefined>;

  /** Those of the shifts from `fromShift` to `toShift`, both included. */
  list(options: {
    rotationRef: string;
    fromShift: number;
    toShift: number;
  }): Promise<Handoff[]>;

  /**
   * Saves the whole record over the revision it was made from.
   *
   * @param options - `expectedRevision` is 0 for the first save
   * @returns the record with its new revision
   * @throws ConflictError when somebody else saved in between
   */
  save(options: {
    handoff: Omit<Handoff, 'revision'>;
    expectedRevision: number;
  }): Promise<Handoff>;
}
