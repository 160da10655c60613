import { StandingRule } from '../database/scores/ScoreStore';
import { ObjectiveSpec, Rule } from '../evaluation';

/** What names a rule within its pipeline. */
interface Named {
  readonly id: string;
  readonly type: string;
}

interface Listed<TSpec> {
  readonly spec: TSpec;
  /** Absent before it was recorded. */
  readonly rule?: StandingRule;
}

/** The rule that a spec names, if it was recorded. */
export function ruleOf(
  rules: readonly StandingRule[],
  kind: StandingRule['kind'],
  { id, type }: Named,
): StandingRule | undefined {
  return rules.find(
    rule => rule.kind === kind && rule.name === id && rule.type === type,
  );
}

/**
 * What is listed of the promises of a pipeline: those of its spec, in its order,
 * and after them those that are not in it any more and that still came to
 * something in the months asked for.
 */
export function promisesOf<TSpec extends Named>(options: {
  /** What the spec says. */
  said: readonly TSpec[];
  /** What is recorded of the pipeline. */
  rules: readonly StandingRule[];
  /** By rule, what it said last. */
  last: ReadonlyMap<number, Rule>;
  /** Rules that have a score in these months. */
  scored: ReadonlySet<number>;
}): Listed<TSpec | ObjectiveSpec>[] {
  const { said, rules, last, scored } = options;
  const held = said.map((spec): Listed<TSpec> => {
    const rule = ruleOf(rules, 'objective', spec);
    return { spec, ...(rule && { rule }) };
  });
  const listed = new Set(held.map(({ rule }) => rule));
  const gone = rules.flatMap((rule): Listed<ObjectiveSpec>[] => {
    const before = last.get(rule.id);
    const isGone = !listed.has(rule) && scored.has(rule.id);
    return isGone && before?.kind === 'objective'
      ? [{ spec: before.spec, rule }]
      : [];
  });
  return [...held, ...gone];
}
