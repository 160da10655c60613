import { ageJudge } from '../ageJudge';
import { ObjectiveOf, Setting } from '../rule';
import { LineJudge } from '../RuleJudge';

/**
 * Judges whether the newest data is never older than promised: by its watermark;
 * and where none was ever measured by the end of the last good run, which the
 * evidence says. A run that failed, lacks figures or is a backfill makes nothing
 * newer.
 */
export function freshness(
  spec: ObjectiveOf<'freshness'>,
  setting: Setting,
): LineJudge {
  return { shape: 'line', target: spec.target, ...ageJudge(spec, setting, 0) };
}
