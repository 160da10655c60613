import type {
  CheckCounts,
  Score,
} from '@techflow/backstage-plugin-pipelines-common';
import { addedUp } from '../../database/scores/addedUp';
import { CheckSum } from '../../database/scores/PortfolioStore';
import { poolChecks } from '../../evaluation';

/** The checks of several promises together. */
export function checksOf(scores: readonly Score[]): CheckCounts {
  return { ...poolChecks(scores) };
}

/** The same from scores that were added up. */
export function checksOfSums(sums: readonly CheckSum[]): CheckCounts {
  const { met, missed, ...rest } = addedUp(sums);
  const judged = met + missed;
  return {
    ...poolChecks([
      // Added up, they count as slots do: each by itself.
      { unit: 'slots', state: 'pending', met, missed, judged, ...rest },
    ]),
  };
}

/**
 * The share met of what was judged, in percent, without what it takes to show it:
 * enough to put thousands in order.
 */
export function scoreOfSums(sums: readonly CheckSum[]): number | undefined {
  const { met, missed } = addedUp(sums);
  return met + missed > 0 ? (met / (met + missed)) * 100 : undefined;
}
