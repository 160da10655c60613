import stringify from 'fast-json-stable-stringify';
import { Knex } from 'knex';

type RevisionRow = {
  id: number;
  rule_id: number;
  month: string;
  at: string;
  before: string;
  after: string;
};

/**
 * What is wrong with the revisions, in words: each goes on from the one before
 * it, says something else, and is counted in the month; the last is the month.
 */
export async function faultyRevisions(knex: Knex): Promise<string[]> {
  const rows: RevisionRow[] = await knex('score_revisions').orderBy('id');
  const scores: {
    rule_id: number;
    month: string;
    revision: number;
    met: number;
    missed: number;
  }[] = await knex('scores').select();
  const byMonth = new Map<string, RevisionRow[]>();
  for (const row of rows) {
    const name = `${row.rule_id} ${row.month}`;
    byMonth.set(name, [...(byMonth.get(name) ?? []), row]);
  }
  const faults: string[] = [];
  for (const { rule_id, month, revision, met, missed } of scores) {
    const name = `${rule_id} ${month}`;
    const all = byMonth.get(name) ?? [];
    if (all.length !== revision) {
      faults.push(`${name}: revision ${revision}, but ${all.length} are kept`);
    }
    all.forEach((row, index) => {
      const { revision: from, ...before } = JSON.parse(row.before);
      const { revision: to, ...after } = JSON.parse(row.after);
      if (from !== index || to !== index + 1) {
        faults.push(
          `${name}: revision ${index + 1} goes from ${from} to ${to}`,
        );
      }
      if (stringify(before) === stringify(after)) {
        faults.push(`${name}: revision ${to} changes nothing: ${row.after}`);
      }
      const { revision: _, ...last } = JSON.parse(
        all[index - 1]?.after ?? row.before,
      );
      if (stringify(last) !== stringify(before)) {
        faults.push(
          `${name}: revision ${to} does not go on from the one before: ${stringify(
            last,
          )} ${stringify(before)}`,
        );
      }
    });
    const end = all[all.length - 1];
    if (!end) continue;
    const { met: lastMet, missed: lastMissed } = JSON.parse(end.after);
    if (lastMet !== met || lastMissed !== missed) {
      faults.push(`${name}: the month is not what its last revision says`);
    }
  }
  return faults;
}
