import { DatabaseService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { Rule, RuleVersion } from '../../evaluation';
import { inChunks } from '../inChunks';
import { fromDate } from '../instant';
import { inTransaction } from '../inTransaction';
import { insertTable } from '../insertTable';
import { readNames, unitOfRule } from './readNames';
import {
  RuleRow,
  rulesTable,
  RuleVersionRow,
  ruleVersionsTable,
} from './ruleRow';
import { RuleStore } from './RuleStore';
import { toRuleVersion } from './toRuleVersion';

interface Known {
  readonly row: RuleRow;
  readonly versions: readonly RuleVersionRow[];
}

const nameOf = (kind: string, name: string, type: string) =>
  `${kind} ${name} ${type}`;

/** A rule without its words: these change nothing in how it is judged. */
function judgedPart({ kind, spec, setting }: Rule): string {
  const { title: _, description: __, ...rest } = spec;
  return JSON.stringify({ kind, spec: rest, setting });
}

async function knownOf(
  transaction: Knex.Transaction,
  pipelineRef: string,
): Promise<Map<string, Known>> {
  const rows = await rulesTable(transaction)
    .where({ pipeline_ref: pipelineRef })
    .orderBy('id')
    .forUpdate()
    .select();
  const versions = await inChunks(
    rows.map(({ id }) => id),
    ids =>
      ruleVersionsTable(transaction)
        .whereIn('rule_id', ids)
        .orderBy(['from_at', 'id'])
        .select(),
  );
  return new Map(
    rows.map(row => [
      nameOf(row.kind, row.name, row.type),
      { row, versions: versions.filter(({ rule_id }) => rule_id === row.id) },
    ]),
  );
}

/** {@link RuleStore} on SQLite and PostgreSQL. */
export class KnexRuleStore implements RuleStore {
  readonly #knex: Knex;

  static async create(options: { database: DatabaseService }) {
    return new KnexRuleStore(await options.database.getClient());
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async record(options: {
    pipelineRef: string;
    rules: readonly Rule[];
    at: Date;
    since: Date;
  }): Promise<void> {
    const { pipelineRef, rules } = options;
    const at = fromDate(options.at);
    const since = fromDate(options.since);
    await inTransaction(this.#knex, async transaction => {
      const known = await knownOf(transaction, pipelineRef);
      const named = new Set<string>();
      for (const rule of rules) {
        const name = nameOf(rule.kind, rule.spec.id, rule.spec.type);
        named.add(name);
        const found = known.get(name);
        if (found) await this.#renew(transaction, { rule, at, ...found });
        else await this.#add(transaction, { pipelineRef, rule, at, since });
      }
      for (const [name, { row }] of known) {
        if (!named.has(name)) await this.#end(transaction, row, at);
      }
    });
  }

  async #add(
    transaction: Knex.Transaction,
    options: { pipelineRef: string; rule: Rule; at: string; since: string },
  ): Promise<void> {
    const { pipelineRef, rule, at } = options;
    // Before it was recorded nobody listened: that was no silence.
    const since = rule.spec.type === 'silence' ? at : options.since;
    const [{ id }] = await rulesTable(transaction)
      .insert({
        pipeline_ref: pipelineRef,
        kind: rule.kind,
        name: rule.spec.id,
        type: rule.spec.type,
        unit: unitOfRule(rule),
        due_at: at,
        touched_from: since,
        recorded_at: at,
      })
      .returning('id');
    await this.#addVersion(transaction, { pipelineRef, id, rule, at: since });
  }

  async #renew(
    transaction: Knex.Transaction,
    options: Known & { rule: Rule; at: string },
  ): Promise<void> {
    const { row, versions, rule, at } = options;
    const last = versions[versions.length - 1];
    const json = JSON.stringify(rule);
    if (last && last.to_at === null) {
      if (last.rule === json) return;
      const version = ruleVersionsTable(transaction).where({ id: last.id });
      if (judgedPart(JSON.parse(last.rule)) === judgedPart(rule)) {
        await version.update({ rule: json });
        return;
      }
      await version.update({ to_at: at });
    }
    await rulesTable(transaction)
      .where({ id: row.id })
      .update({
        due_at: at,
        touched_from:
          row.touched_from && row.touched_from < at ? row.touched_from : at,
        ended_at: null,
      });
    await this.#addVersion(transaction, {
      pipelineRef: row.pipeline_ref,
      id: row.id,
      rule,
      at,
    });
  }

  async #addVersion(
    transaction: Knex.Transaction,
    options: { pipelineRef: string; id: number; rule: Rule; at: string },
  ): Promise<void> {
    const { pipelineRef, id, rule, at } = options;
    await ruleVersionsTable(transaction).insert({
      rule_id: id,
      rule: JSON.stringify(rule),
      from_at: at,
    });
    const rows = await ruleVersionsTable(transaction)
      .where({ rule_id: id })
      .orderBy(['from_at', 'id'])
      .select();
    const versions: RuleVersion[] = rows.map(toRuleVersion);
    await insertTable(transaction, {
      table: 'rule_reads',
      columns: [
        { name: 'pipeline_ref', type: 'text' },
        { name: 'fact', type: 'text' },
        { name: 'rule_id', type: 'integer' },
      ],
      rows: readNames(versions).map(fact => [pipelineRef, fact, id]),
      suffix: 'on conflict (pipeline_ref, fact, rule_id) do nothing',
    });
  }

  async #end(
    transaction: Knex.Transaction,
    row: RuleRow,
    at: string,
  ): Promise<void> {
    if (row.ended_at !== null) return;
    await ruleVersionsTable(transaction)
      .where({ rule_id: row.id })
      .whereNull('to_at')
      .update({ to_at: at });
    await rulesTable(transaction)
      .where({ id: row.id })
      .update({
        due_at: at,
        touched_from:
          row.touched_from && row.touched_from < at ? row.touched_from : at,
        ended_at: at,
      });
  }
}
