import { JsonObject } from '@backstage/types';

/** What a rotation was from some moment on. Never changes once recorded. */
export interface RotationVersion {
  /** Full entity reference. */
  readonly rotationRef: string;
  /** Counted from 0 for each rotation. */
  readonly number: number;
  /** First instant at which this version decides. */
  readonly effectiveFrom: Date;
  /** Members, zone, handoff and length, as the engine reads them. */
  readonly plan: JsonObject;
  /**
   * Number of the shift that begins at `effectiveFrom`. From it on, versions with
   * a lower number decide nothing, also those planned for later.
   */
  readonly firstShift: number;
  /** Entity ref of the member whose turn that shift is. */
  readonly firstMember: string;
  /** Hash of the spec this came from: tells whether a spec is new. */
  readonly specHash: string;
  /** When it was learnt of. */
  readonly recordedAt: Date;
}

/** The history of rotations, append-only. */
export interface RotationVersionStore {
  /** All versions of a rotation by number; none if it was never recorded. */
  list(options: { rotationRef: string }): Promise<RotationVersion[]>;

  /** {@link RotationVersionStore.list} of many; each ref has its entry. */
  listMany(options: {
    rotationRefs: readonly string[];
  }): Promise<Map<string, RotationVersion[]>>;

  /**
   * Adds a version, once, whatever number of backends try.
   *
   * @returns false if the rotation has a version of this number: somebody else
   *   was first, and what he recorded is to be read again
   */
  append(options: { version: RotationVersion }): Promise<boolean>;
}
