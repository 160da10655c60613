import { RotationPlan } from './rotationPlan';
import { SequenceReason } from './reason';

/** Whose turn a shift is, and why. */
export interface Turn {
  /** Entity ref of the member. */
  readonly primary: string;
  readonly reason: SequenceReason;
}

const PERIODS = {
  weekly: { one: 'weekly rotation', many: 'weeks' },
  daily: { one: 'daily rotation', many: 'days' },
};

const SUFFIXES: Partial<Record<number, string>> = { 1: 'st', 2: 'nd', 3: 'rd' };

function ordinal(value: number): string {
  const isTeen = Math.floor((value % 100) / 10) === 1;
  return `${value}${(!isTeen && SUFFIXES[value % 10]) || 'th'}`;
}

/**
 * The base sequence: members take turns in their order, the first has shift 0.
 *
 * Source: "Weekly Rotation (Fair Distribution)".
 *
 * @throws RangeError if the plan has no members
 */
export function turnOf(plan: RotationPlan, number: number): Turn {
  const { members, type, length } = plan;
  if (members.length === 0) {
    throw new RangeError('members is empty; a rotation needs at least one');
  }
  const index = number % members.length;
  const rotation =
    length === 1
      ? PERIODS[type].one
      : `rotation every ${length} ${PERIODS[type].many}`;
  const position =
    members.length === 1
      ? 'the only member'
      : `${ordinal(index + 1)} of ${members.length} in sequence`;
  return {
    primary: members[index],
    reason: { type: 'sequence', text: `${rotation}, ${position}` },
  };
}
