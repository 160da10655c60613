/**
 * By how much a figure moved, in percent: "−12.4 %", "+3 %". Rounded away from
 * zero, so that a drop of a little more than the limit never reads as the limit.
 * Undefined where there is no percentage: of an earlier figure of zero or less.
 */
export function changeShare(value: number, before: number): string | undefined {
  if (before <= 0) return undefined;
  // What binary fractions add must not cost a digit: 0.1 + 0.2 is not above 0.3.
  const share = Number((((value - before) / before) * 100).toPrecision(12));
  const size = Math.ceil(Number((Math.abs(share) * 100).toPrecision(12))) / 100;
  if (size === 0) return '0\u00a0%';
  const sign = share < 0 ? '−' : '+';
  return `${sign}${size.toLocaleString('en-US')}\u00a0%`;
}
