import { Roster, RotationState } from '../roster';
import { AcceptedSwap } from './swap';

/** Why a swap cannot be proposed or accepted. */
export interface SwapProblem {
  readonly why:
    | 'same-shift'
    | 'same-member'
    | 'no-shift'
    | 'begun'
    | 'other-holder'
    | 'left';
  /** The shift at fault; absent if it is the swap as a whole. */
  readonly shift?: number;
  /** In plain words. */
  readonly text: string;
}

/**
 * Whether a swap is an exchange of two shifts that lie ahead, between those who
 * have them. To be asked when it is proposed and again when it is accepted: an
 * accepted swap that is none would move one shift and not the other.
 *
 * @param state - the rotation and its changes, without the swap
 * @param swap - the exchange
 * @param now - shifts that have begun are not swapped
 * @returns undefined if nothing is wrong
 * @throws RangeError if a version or change is malformed
 */
export function swapProblem(
  state: RotationState,
  swap: Pick<AcceptedSwap, 'shifts' | 'members'>,
  now: Date,
): SwapProblem | undefined {
  const { shifts, members } = swap;
  if (shifts[0] === shifts[1]) {
    return { why: 'same-shift', text: 'A swap needs two different shifts' };
  }
  if (members[0] === members[1]) {
    return { why: 'same-member', text: 'A swap needs two different members' };
  }
  const roster = new Roster(state);
  for (const [side, number] of shifts.entries()) {
    const shift = roster.timeline.shiftNumbered(number);
    const [holder, taker] = [members[side], members[1 - side]].map(
      state.nameOf,
    );
    if (!shift) {
      const text = `There is no shift ${number}`;
      return { why: 'no-shift', shift: number, text };
    }
    if (!(shift.start > now.getTime())) {
      const text = `Shift ${number} has begun; cover it instead`;
      return { why: 'begun', shift: number, text };
    }
    if (roster.holderOf(shift) !== members[side]) {
      const text = `Shift ${number} is not ${holder}'s but ${state.nameOf(
        roster.holderOf(shift),
      )}'s`;
      return { why: 'other-holder', shift: number, text };
    }
    if (!shift.span.version.plan.members.includes(members[1 - side])) {
      const text = `${taker} is not in the rotation at shift ${number}`;
      return { why: 'left', shift: number, text };
    }
  }
  return undefined;
}
