import type { Score } from '@techflow/backstage-plugin-pipelines-common';
import { StoredScore } from '../../database/scores/ScoreStore';
import { grownTally, Period, scoreOf } from '../../evaluation';
import { toScore } from './toScore';

/**
 * What a promise came to in a month until now.
 *
 * @param options - `endedAt`: when it left the spec; it counts no time after that
 */
export function scoreIn(options: {
  stored: StoredScore;
  month: Pick<Period, 'from' | 'to'>;
  endedAt?: Date;
  now: Date;
}): Score {
  const { stored, month, endedAt, now } = options;
  const { target, revision, standing, countedAt } = stored;
  const until = Math.min(+now, month.to, endedAt ? +endedAt : Infinity);
  const ms = until - Math.max(+countedAt, month.from);
  const tally = standing
    ? grownTally(stored.tally, { standing, ms, target })
    : stored.tally;
  return toScore(scoreOf({ tally, month, now: +now }), { target, revision });
}
