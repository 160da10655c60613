import { Knex } from 'knex';
import { RuleVersion } from '../../evaluation';
import { isPostgres } from '../engine';
import { fromDate } from '../instant';
import { RuleRow, rulesTable } from '../rules/ruleRow';
import { RuleVersions } from '../rules/RuleVersions';

/** A rule that is to be judged now. */
export interface DueRule {
  readonly row: RuleRow;
  /** In order, at least one. */
  readonly versions: readonly RuleVersion[];
  /** The earliest instant of what came in, or of what time alone changes; epoch ms. */
  readonly touchedFrom: number;
}

/** The zone in which a version counts days and months. */
export function zoneOf(
  { versions }: Pick<DueRule, 'versions'>,
  versionId?: string,
): string {
  const version = versions.find(({ id }) => id === versionId);
  const { rule } = version ?? versions[versions.length - 1];
  return rule.setting.timeZone;
}

function touchedFrom(row: RuleRow, now: Date): number {
  const instants = [row.touched_from, row.due_at].flatMap(each =>
    each === null ? [] : [Date.parse(each)],
  );
  return Math.min(...instants, +now);
}

/**
 * Claims rules that are due, those that wait longest first. They are locked until
 * the transaction ends: other backends take the next ones meanwhile.
 */
export async function claimDue(
  transaction: Knex.Transaction,
  options: { now: Date; limit: number; versions: RuleVersions },
): Promise<DueRule[]> {
  const { now, limit } = options;
  const due = rulesTable(transaction)
    .where('due_at', '<=', fromDate(now))
    .orderBy('due_at')
    .limit(limit);
  const rows = await (isPostgres(transaction)
    ? due.forUpdate().skipLocked()
    : due
  ).select();
  const versions = await options.versions.of(
    transaction,
    rows.map(({ id }) => id),
  );
  return rows.map(row => ({
    row,
    versions: versions.get(row.id) ?? [],
    touchedFrom: touchedFrom(row, now),
  }));
}
