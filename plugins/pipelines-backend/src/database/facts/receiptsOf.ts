import { Knex } from 'knex';
import { eachRow } from '../eachRow';
import { rowsOf, withRows } from '../withRows';

/** Receipts that are wanted. */
export interface WantedReceipts {
  readonly pipelineRef: string;
  /** `''`: of anything. */
  readonly metric: string;
  /** ISO 8601 in UTC: from then on, and the last one before. */
  readonly from: string;
}

type Row = { pipeline_ref: string; metric: string; at: string };

/** Instants of receipt (epoch ms) by pipeline and metric, joined by a blank. */
export async function receiptsOf(
  transaction: Knex.Transaction,
  wanted: readonly WantedReceipts[],
): Promise<Map<string, number[]>> {
  const found = new Map<string, number[]>();
  if (wanted.length === 0) return found;
  const { sql, bindings } = withRows(transaction, {
    name: 'w',
    columns: [
      { name: 'pipeline_ref', type: 'text' },
      { name: 'metric', type: 'text' },
      { name: 'from_at', type: 'text' },
    ],
    rows: wanted.map(each => [each.pipelineRef, each.metric, each.from]),
  });
  const rows = await rowsOf<Row>(
    transaction.raw(
      `${sql}
      select r.pipeline_ref, r.metric, r.at from w ${eachRow(transaction, {
        table: 'receipts',
        as: 'r',
        where: `r.pipeline_ref = w.pipeline_ref
          and r.metric = w.metric and r.at >= coalesce(
            (select max(b.at) from receipts b
              where b.pipeline_ref = w.pipeline_ref
                and b.metric = w.metric and b.at < w.from_at),
            w.from_at)`,
      })}`,
      bindings,
    ),
  );
  for (const { pipeline_ref, metric, at } of rows) {
    const name = `${pipeline_ref} ${metric}`;
    const instants = found.get(name);
    if (instants) instants.push(Date.parse(at));
    else found.set(name, [Date.parse(at)]);
  }
  return found;
}
