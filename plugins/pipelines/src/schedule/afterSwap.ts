import { Shift, SwapChange } from '@techflow/backstage-plugin-pipelines-common';
import { holderOf } from './shiftReasons';

/**
 * The stretches of the two shifts of a swap as they would be after it. Holidays
 * and cover inside them stay with those who have them now.
 */
export function afterSwap(
  shifts: readonly Shift[],
  swap: Pick<SwapChange, 'shifts'>,
): { before: Shift[]; after: Shift[] } {
  const [one, other] = swap.shifts;
  const taker = new Map([
    [one.number, other.member],
    [other.number, one.member],
  ]);
  const before = shifts.filter(({ number }) => taker.has(number));
  const after = before.map(shift => {
    const primary = taker.get(shift.number) ?? shift.primary;
    return holderOf(shift) === shift.primary ? { ...shift, primary } : shift;
  });
  return { before, after };
}
