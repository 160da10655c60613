import { distance } from 'fastest-levenshtein';

/**
 * The candidate that was probably meant, or undefined when none is near.
 * Near is at most a third of the word, and at most three letters, wrong; upper
 * and lower case are no difference.
 */
export function nearMiss(
  word: string,
  candidates: readonly string[],
): string | undefined {
  const lower = word.toLocaleLowerCase('en-US');
  const limit = Math.min(3, Math.max(1, Math.floor(word.length / 3)));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    const steps = distance(lower, candidate.toLocaleLowerCase('en-US'));
    if (steps < bestDistance) {
      best = candidate;
      bestDistance = steps;
    }
  }
  return best;
}
