import { anomaly } from './monitors/anomaly';
import { change } from './monitors/change';
import { freshness as freshnessMonitor } from './monitors/freshness';
import { range } from './monitors/range';
import { reconciliation } from './monitors/reconciliation';
import { required } from './monitors/required';
import { silence } from './monitors/silence';
import { threshold } from './monitors/threshold';
import { availability } from './objectives/availability';
import { delivery } from './objectives/delivery';
import { freshness } from './objectives/freshness';
import { ratio } from './objectives/ratio';
import { resolution } from './objectives/resolution';
import { review } from './objectives/review';
import { success } from './objectives/success';
import { MonitorSpec, ObjectiveSpec, Rule, Setting } from './rule';
import { RuleJudge } from './RuleJudge';

function objectiveJudge(spec: ObjectiveSpec, setting: Setting): RuleJudge {
  switch (spec.type) {
    case 'delivery':
      return delivery(spec, setting);
    case 'freshness':
      return freshness(spec, setting);
    case 'ratio':
      return ratio(spec);
    case 'success':
      return success(spec, setting);
    case 'availability':
      return availability(spec);
    case 'resolution':
      return resolution(spec, setting);
    default:
      return review(spec, setting);
  }
}

function monitorJudge(spec: MonitorSpec, setting: Setting): RuleJudge {
  switch (spec.type) {
    case 'threshold':
      return threshold(spec);
    case 'range':
      return range(spec);
    case 'change':
      return change(spec, setting);
    case 'anomaly':
      return anomaly(spec);
    case 'freshness':
      return freshnessMonitor(spec, setting);
    case 'reconciliation':
      return reconciliation(spec);
    case 'required':
      return required(spec, setting);
    default:
      return silence(spec);
  }
}

// Reading calendars costs more than judging by them.
const known = new WeakMap<Rule, RuleJudge>();

/**
 * What judges a rule: the one list of all types. A new type is a file with its
 * judge, and a line here. Asked again about the same object, it answers with the
 * same judge.
 *
 * @throws RangeError if the rule is not whole, which the schema's checks prevent
 */
export function judgeOf(rule: Rule): RuleJudge {
  const { kind, spec, setting } = rule;
  const found =
    known.get(rule) ??
    (kind === 'objective'
      ? objectiveJudge(spec, setting)
      : monitorJudge(spec, setting));
  known.set(rule, found);
  return found;
}
