import { ageJudge } from '../ageJudge';
import { MonitorOf, Setting } from '../rule';
import { LineJudge } from '../RuleJudge';
import { holdOf } from './holdOf';

/** Warns when the newest data is older than allowed: judged as the promise is. */
export function freshness(
  spec: MonitorOf<'freshness'>,
  setting: Setting,
): LineJudge {
  const hold = holdOf(spec);
  const lookbackMs = Math.max(hold.forMs, hold.recoverAfterMs);
  return {
    shape: 'line',
    target: 100,
    hold,
    ...ageJudge(spec, setting, lookbackMs),
  };
}
