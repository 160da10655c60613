import { StandingRule } from '../database/scores/ScoreStore';
import { MonitorSpec, ObjectiveSpec, Rule } from '../evaluation';

interface Listed<TSpec> {
  readonly spec: TSpec;
  /** Absent before it was recorded. */
  readonly rule?: StandingRule;
}

/**
 * What is listed of a pipeline: the promises and monitors of its spec, in its
 * order, and after them promises that are not in it any more and that still came
 * to something in the months asked for.
 */
export function promisesOf(options: {
  /** What the spec says. */
  said: readonly Rule[];
  /** What is recorded of the pipeline. */
  rules: readonly StandingRule[];
  /** By rule, what it said last. */
  last: ReadonlyMap<number, Rule>;
  /** Rules that have a score in these months. */
  scored: ReadonlySet<number>;
}): {
  objectives: Listed<ObjectiveSpec>[];
  monitors: Listed<MonitorSpec>[];
} {
  const { said, rules, last, scored } = options;
  const objectives: Listed<ObjectiveSpec>[] = [];
  const monitors: Listed<MonitorSpec>[] = [];
  const named = new Set<StandingRule>();
  for (const each of said) {
    const { kind, spec } = each;
    const rule = rules.find(
      found =>
        found.kind === kind &&
        found.name === spec.id &&
        found.type === spec.type,
    );
    if (rule) named.add(rule);
    if (each.kind === 'objective') {
      objectives.push({ spec: each.spec, ...(rule && { rule }) });
    } else {
      monitors.push({ spec: each.spec, ...(rule && { rule }) });
    }
  }
  for (const rule of rules) {
    const before = last.get(rule.id);
    const isListed = !named.has(rule) && scored.has(rule.id);
    if (isListed && before?.kind === 'objective') {
      objectives.push({ spec: before.spec, rule });
    }
  }
  return { objectives, monitors };
}
