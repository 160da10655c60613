import { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { Rule, RuleVersion } from '../../evaluation';
import { eachRow } from '../eachRow';
import { inChunks } from '../inChunks';
import { rowsOf, withRows } from '../withRows';
import { RuleVersionRow, ruleVersionsTable } from './ruleRow';
import { toRuleVersion } from './toRuleVersion';

// All rules of 10,000 pipelines with ten each; about 100 MB at most.
const REMEMBERED = 100_000;

/**
 * Versions of rules. What one says is read and parsed once, since within a version
 * only its words change; judging keeps what it made of a rule beside the object.
 */
export class RuleVersions {
  readonly #rules = new LRUCache<number, Rule>({ max: REMEMBERED });

  /** The versions of each rule, in order. */
  async of(
    knex: Knex,
    ruleIds: readonly number[],
  ): Promise<Map<number, RuleVersion[]>> {
    if (ruleIds.length === 0) return new Map();
    const { sql, bindings } = withRows(knex, {
      name: 'w',
      columns: [{ name: 'rule_id', type: 'integer' }],
      rows: ruleIds.map(id => [id]),
    });
    const rows = await rowsOf<Omit<RuleVersionRow, 'rule'>>(
      knex.raw(
        `${sql}
        select v.id, v.rule_id, v.from_at, v.to_at from w ${eachRow(knex, {
          table: 'rule_versions',
          as: 'v',
          where: 'v.rule_id = w.rule_id',
        })}
        order by v.rule_id, v.from_at, v.id`,
        bindings,
      ),
    );
    const missing = rows.filter(({ id }) => !this.#rules.has(id));
    const whole = await inChunks(
      missing.map(({ id }) => id),
      ids => ruleVersionsTable(knex).whereIn('id', ids).select(),
    );
    const read = new Map(
      whole.map(row => [row.id, toRuleVersion(row).rule] as const),
    );
    read.forEach((rule, id) => this.#rules.set(id, rule));
    const versions = new Map<number, RuleVersion[]>();
    for (const { id, rule_id, from_at, to_at } of rows) {
      const rule = read.get(id) ?? this.#rules.get(id);
      if (!rule) throw new Error(`Version ${id} of rule ${rule_id} is gone`);
      const before = versions.get(rule_id) ?? [];
      versions.set(rule_id, [
        ...before,
        {
          id: String(id),
          rule,
          from: Date.parse(from_at),
          ...(to_at !== null && { to: Date.parse(to_at) }),
        },
      ]);
    }
    return versions;
  }
}
