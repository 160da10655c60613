import { Roster, RotationState } from '../roster';
import { BaseShift } from '../versions/timeline';
import { daysInWords, listInWords } from '../words';
import { Days, daysOf } from './absence';

/** A swap that would work, for the giver to propose. */
export interface SwapProposal {
  readonly kind: 'swap';
  /** The shift to give away, and the one to get for it. */
  readonly shifts: readonly [number, number];
  /** Entity refs: who gives the first shift away, and who takes it. */
  readonly members: readonly [string, string];
  /** Who came before in sequence and is away or has declined. */
  readonly passedOver: readonly string[];
  /** In plain words. */
  readonly text: string;
}

/** Why no swap can be proposed. */
export interface NoProposal {
  readonly kind: 'none';
  readonly why: 'no-shift' | 'begun' | 'nobody-free';
  /** In plain words. */
  readonly text: string;
}

/** How far ahead the shift in return may lie, in turns of everyone. */
const CYCLES_AHEAD = 4;

export interface SwapOptions {
  /** Only shifts that begin later are swapped. */
  readonly now: Date;
  /** Entity refs of those who have been asked and declined. */
  readonly declined?: readonly string[];
  /** Numbers of shifts that an open swap already concerns. */
  readonly taken?: readonly number[];
}

function none(why: NoProposal['why'], text: string): NoProposal {
  return { kind: 'none', why, text };
}

/**
 * The swap to propose for a shift whose holder cannot serve it: with the next in
 * rotation who is not away then, for the first shift of theirs after it at which
 * the giver is there. If the next is away too, with the one after.
 *
 * Source: "Team member going on vacation swaps with next person in rotation".
 *
 * @param state - the rotation and its changes
 * @param shiftNumber - the shift to give away
 * @throws RangeError if a version or change is malformed, or `now` invalid
 */
export function proposeSwap(
  state: RotationState,
  shiftNumber: number,
  options: SwapOptions,
): SwapProposal | NoProposal {
  const { now, declined = [], taken = [] } = options;
  const roster = new Roster(state);
  const { timeline, absences, nameOf } = roster;
  const shift = timeline.shiftNumbered(shiftNumber);
  const known = now.getTime();
  if (!shift) {
    return none('no-shift', `There is no shift ${shiftNumber}`);
  }
  const daysOfShift = ({ start, end, span }: BaseShift): Days =>
    daysOf(start, end, span.version.plan.timeZone);
  const days = daysOfShift(shift);
  const when = daysInWords(days.first, days.last);
  if (!(shift.start > known)) {
    return none('begun', `The shift of ${when} has begun; cover it instead`);
  }
  const giver = roster.holderOf(shift);
  const { members } = shift.span.version.plan;
  const place = members.indexOf(giver);

  const isGood = (candidate: string, inReturn: BaseShift) =>
    !taken.includes(inReturn.number) &&
    roster.holderOf(inReturn) === candidate &&
    inReturn.span.version.plan.members.includes(giver) &&
    !absences.isAway(giver, daysOfShift(inReturn), known);

  const passedOver: string[] = [];
  for (let step = 1; step < members.length; step += 1) {
    const taker = members[(place + step) % members.length];
    if (declined.includes(taker) || absences.isAway(taker, days, known)) {
      passedOver.push(taker);
      continue;
    }
    for (let ahead = 1; ahead <= CYCLES_AHEAD * members.length; ahead += 1) {
      const inReturn = timeline.shiftNumbered(shiftNumber + ahead);
      if (inReturn && isGood(taker, inReturn)) {
        const back = daysOfShift(inReturn);
        const others =
          passedOver.length === 0
            ? ''
            : `; ${listInWords(passedOver.map(nameOf))} cannot`;
        return {
          kind: 'swap',
          shifts: [shiftNumber, inReturn.number],
          members: [giver, taker],
          passedOver,
          text: `${nameOf(taker)} takes ${when} and ${nameOf(
            giver,
          )} takes ${daysInWords(back.first, back.last)}${others}`,
        };
      }
    }
    passedOver.push(taker);
  }
  return none('nobody-free', `Nobody is free to swap the shift of ${when}`);
}
