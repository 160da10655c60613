import { RotationPlan } from '../rotationPlan';
import { ShiftGrid } from '../shiftGrid';

/**
 * A plan and since when it holds. The versions of a rotation, in order, are its
 * whole history: a change adds one and never edits one, so that the past stays.
 */
export interface RotationVersion {
  /** First instant of the version: a handoff of the version before it. */
  readonly effectiveFrom: Date;
  readonly plan: RotationPlan;
  /** Number of the shift that begins at `effectiveFrom`. */
  readonly firstShift: number;
  /** Whose shift that is: the sequence goes on from here. One of the members. */
  readonly firstMember: string;
}

/** @throws RangeError if the plan has no members */
export function firstMemberOf(plan: RotationPlan): string {
  const [first] = plan.members;
  if (first === undefined) {
    throw new RangeError('members is empty; a rotation needs at least one');
  }
  return first;
}

/**
 * The version with which a rotation begins: shift 0 at the plan's start, with
 * the first member.
 *
 * @throws RangeError if the plan is malformed
 */
export function firstVersion(plan: RotationPlan): RotationVersion {
  return {
    effectiveFrom: new Date(ShiftGrid.of(plan).startOf(0)),
    plan,
    firstShift: 0,
    firstMember: firstMemberOf(plan),
  };
}

/**
 * The history with a version added. Versions that were planned from the same
 * shift on, or from a later one, never came to hold and are dropped: the newest
 * word about a shift is the one that counts.
 *
 * @param versions - in order
 * @param version - as `nextVersion` gives it for these versions
 */
export function withVersion(
  versions: readonly RotationVersion[],
  version: RotationVersion,
): RotationVersion[] {
  return [
    ...versions.filter(({ firstShift }) => firstShift < version.firstShift),
    version,
  ];
}
