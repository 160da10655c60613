import { Knex } from 'knex';
import { RunFact } from '../../evaluation';
import { RunFacts } from '../../ingest/openlineage/runFacts';
import { eachRow } from '../eachRow';
import { rowsOf, withRows } from '../withRows';

type Row = {
  pipeline_ref: string;
  audience: string | null;
  id: string;
  job_id: string;
  parent_job_id: string | null;
  state: RunFact['state'];
  begun_at: string;
  ended_at: string | null;
  received_at: string;
  is_backfill: boolean | number;
  facts: string;
};

function toRunFact(row: Row): RunFact {
  // Written by us.
  const { nominal }: RunFacts = JSON.parse(row.facts);
  return {
    id: row.id,
    ...(row.audience !== null && { audience: row.audience }),
    state: row.state,
    begunAt: Date.parse(row.begun_at),
    ...(row.ended_at !== null && { endedAt: Date.parse(row.ended_at) }),
    receivedAt: Date.parse(row.received_at),
    isBackfill: Boolean(row.is_backfill),
    ...(nominal && {
      nominal: {
        start: Date.parse(nominal.is.start),
        ...(nominal.is.end !== undefined && {
          end: Date.parse(nominal.is.end),
        }),
      },
    }),
  };
}

/**
 * Root runs of pipelines that began at or after an instant each, and those since
 * the last complete one before it.
 *
 * @param wanted - the instant by pipeline, ISO 8601 in UTC
 */
export async function runFactsOf(
  transaction: Knex.Transaction,
  wanted: ReadonlyMap<string, string>,
): Promise<Map<string, RunFact[]>> {
  const runs = new Map<string, RunFact[]>();
  if (wanted.size === 0) return runs;
  const { sql, bindings } = withRows(transaction, {
    name: 'w',
    columns: [
      { name: 'pipeline_ref', type: 'text' },
      { name: 'from_at', type: 'text' },
    ],
    rows: [...wanted],
  });
  const rows = await rowsOf<Row>(
    transaction.raw(
      `${sql}
      select w.pipeline_ref, p.audience, r.id, r.job_id, r.parent_job_id,
        r.state, r.begun_at, r.ended_at, r.received_at, r.is_backfill, r.facts
      from w
        join pipeline_jobs p on p.pipeline_ref = w.pipeline_ref
        ${eachRow(transaction, {
          table: 'runs',
          as: 'r',
          where: `r.job_id = p.job_id and r.begun_at >= coalesce(
            (select max(b.begun_at) from runs b
              where b.job_id = p.job_id and b.begun_at < w.from_at
                and b.state = 'complete' and not b.is_backfill),
            w.from_at)`,
        })}
      where r.parent_job_id is null or not exists (
        select 1 from pipeline_jobs o
        where o.pipeline_ref = w.pipeline_ref and o.job_id = r.parent_job_id)`,
      bindings,
    ),
  );
  for (const row of rows) {
    const found = runs.get(row.pipeline_ref);
    if (found) found.push(toRunFact(row));
    else runs.set(row.pipeline_ref, [toRunFact(row)]);
  }
  return runs;
}
