import { judgeOf } from './judgeOf';
import { RuleVersion } from './rule';

/**
 * From when on a rule has to be judged again when a fact about an instant
 * arrived, changed or went: the begin of the window. Nothing before it can stand
 * otherwise by that. Never later for an earlier instant.
 *
 * The caller begins earlier still where something is undecided (an open slot, a
 * `nextAt` that has passed), and never within an exclusion; nor after now.
 *
 * @param touchedFrom - the first instant that the fact is about, and of one that
 * changed the earlier of what it was and what it is: of a run `runTouchesFrom`, of
 * a measurement when it is of, as scored; of an issue the begin of the trouble; of
 * a review the begin of its period, or when it was said if that is earlier; of an
 * alert, or an exclusion, its begin; of anything heard when that was. Epoch
 * milliseconds.
 */
export function judgedFrom(
  versions: readonly RuleVersion[],
  touchedFrom: number,
): number {
  const begins = versions.flatMap(({ rule, from, to = Infinity }) => {
    const begin = judgeOf(rule).judgedFrom?.(touchedFrom) ?? touchedFrom;
    return begin < to ? [Math.max(begin, from)] : [];
  });
  return begins.length > 0 ? Math.min(...begins) : touchedFrom;
}
