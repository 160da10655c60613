import { CheckSum } from './PortfolioStore';

/** Checks of several together. */
export function addedUp(sums: readonly CheckSum[]): CheckSum {
  const total = { met: 0, missed: 0, open: 0, excluded: 0, expected: 0 };
  for (const { met, missed, open, excluded, expected } of sums) {
    total.met += met;
    total.missed += missed;
    total.open += open;
    total.excluded += excluded;
    total.expected += expected;
  }
  return total;
}
