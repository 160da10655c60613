import { Decimal } from '../exactDecimal';

const HUNDRED = Decimal.of(100);

function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0;
}

/**
 * A share in percent as it may be shown: cut, never rounded up, and with one
 * digit more than its target, so that what lies below the target is shown below
 * it. 99.899 % against 99.9 is `99.89`.
 *
 * @returns undefined out of nothing
 */
export function shownShare(
  counts: { met: number; missed: number },
  target: number,
): string | undefined {
  const total = Decimal.of(counts.met).plus(Decimal.of(counts.missed));
  if (total.compare(Decimal.of(0)) <= 0) return undefined;
  const share = Decimal.of(counts.met).times(HUNDRED);
  const digits = Math.max(1, decimalsOf(target)) + 1;
  return share.dividedBy(total, digits).replace(/\.?0+$/, '');
}
