import { Cover } from './cover';
import { AcceptedSwap } from './swap';

/** A swap that waits for its answer. */
export interface ProposedSwap
  extends Pick<AcceptedSwap, 'id' | 'shifts' | 'members'> {
  readonly state: 'proposed';
}

/** A change that is wanted, or one that stands. */
export type Change = ProposedSwap | AcceptedSwap | Cover;

type Swap = ProposedSwap | AcceptedSwap;

const isSwap = (change: Change): change is Swap => 'shifts' in change;
const isCover = (change: Change): change is Cover => !isSwap(change);

/** Who has the shift once the swap is accepted; undefined: not concerned. */
function holderAfter(
  { shifts, members }: AcceptedSwap,
  number: number,
): string | undefined {
  const side = shifts.indexOf(number);
  return side < 0 ? undefined : members[1 - side];
}

function swapConflict(
  change: Swap,
  existing: readonly Swap[],
): string | undefined {
  const others = existing.filter(
    ({ id, shifts }) =>
      id !== change.id && shifts.some(number => change.shifts.includes(number)),
  );
  const open = others.find(({ state }) => state === 'proposed');
  if (open) {
    return open.id;
  }
  const accepted = others
    .filter(other => other.state === 'accepted')
    .sort(
      (one, other) => other.answeredAt.getTime() - one.answeredAt.getTime(),
    );
  for (const [side, number] of change.shifts.entries()) {
    // Only the last one on a shift says who has it.
    const last = accepted.find(({ shifts }) => shifts.includes(number));
    if (last && holderAfter(last, number) !== change.members[side]) {
      return last.id;
    }
  }
  return undefined;
}

/**
 * The change that stands in the way of another.
 *
 * - A shift has at most one open swap.
 * - A swap of a swapped shift is made with who has the shift now; one made in
 *   ignorance of the swap before conflicts with it.
 * - The same person does not cover the same time twice. Different people may: the
 *   last accepted wins.
 *
 * @param change - the one that is wanted, or about to be accepted
 * @param existing - open and accepted ones; the change itself may be among them
 * @returns the id of the change in the way
 */
export function conflictOf(
  change: Change,
  existing: readonly Change[],
): string | undefined {
  if (isSwap(change)) {
    return swapConflict(change, existing.filter(isSwap));
  }
  return existing
    .filter(isCover)
    .find(
      ({ id, by, from, to }) =>
        id !== change.id &&
        by === change.by &&
        from < change.to &&
        change.from < to,
    )?.id;
}
