import { RuleVersion } from '../../evaluation';
import { RuleVersionRow } from './ruleRow';

/** The version of a row, as judging reads it. */
export function toRuleVersion(row: RuleVersionRow): RuleVersion {
  return {
    id: String(row.id),
    // Written by us: parsed by its schema before it was stored.
    rule: JSON.parse(row.rule),
    from: Date.parse(row.from_at),
    ...(row.to_at !== null && { to: Date.parse(row.to_at) }),
  };
}
