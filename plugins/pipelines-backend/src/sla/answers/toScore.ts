import type { Score } from '@techflow/backstage-plugin-pipelines-common';
import { Score as JudgedScore } from '../../evaluation';

/**
 * A score as the API answers it, and as revisions keep it.
 *
 * @param options - `target`: in percent, of several in one month the last;
 * `revision`: how often it was changed after the month was closed
 */
export function toScore(
  judged: JudgedScore,
  options: { target: number; revision: number },
): Score {
  const { state, tally, score, shown, coverage, budget } = judged;
  const { target, revision } = options;
  return {
    state,
    unit: tally.unit,
    target,
    met: tally.met,
    missed: tally.missed,
    open: tally.open,
    excluded: tally.excluded,
    expected: tally.expected,
    judged: tally.judged,
    ...(score !== undefined && { score }),
    ...(shown !== undefined && { shown }),
    ...(coverage !== undefined && { coverage }),
    budget: { ...budget },
    exclusionIds: [...tally.exclusionIds],
    revision,
  };
}
