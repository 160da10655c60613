import { Knex } from 'knex';
import { inChunks } from '../inChunks';
import { rowsOf, withRows } from '../withRows';

/** A pipeline to which what a job tells belongs. */
export interface JobClaim {
  readonly pipelineRef: string;
  /** Whose schedule the runs of the job serve; absent: all. */
  readonly audience?: string;
  /** It claims the job itself, not one that starts it. */
  readonly isOwn: boolean;
}

type Above = { job_id: string; claimed_id: string };

type ClaimRow = {
  pipeline_ref: string;
  job_id: string;
  audience: string | null;
};

/** Jobs with themselves, and with all above them. */
async function jobsAbove(
  transaction: Knex.Transaction,
  jobIds: readonly string[],
): Promise<Above[]> {
  const { sql, bindings } = withRows(transaction, {
    name: 'asked',
    columns: [{ name: 'id', type: 'text' }],
    rows: jobIds.map(id => [id]),
  });
  // `union`, not `union all`: jobs that start each other end it.
  return rowsOf<Above>(
    transaction.raw(
      `${sql.replace(/^with/, 'with recursive')},
      above(job_id, claimed_id) as (
        select asked.id, jobs.id from asked join jobs on jobs.id = asked.id
        union
        select above.job_id, job_parents.parent_id from above
          join job_parents on job_parents.job_id = above.claimed_id
      )
      select job_id, claimed_id from above`,
      bindings,
    ),
  );
}

/** Pipelines that claim jobs, or jobs above them, by the id of the job. */
export async function claimsAbove(
  transaction: Knex.Transaction,
  jobIds: readonly string[],
): Promise<Map<string, JobClaim[]>> {
  const claims = new Map<string, JobClaim[]>();
  if (jobIds.length === 0) return claims;
  const above = await jobsAbove(transaction, jobIds);
  const rows = await inChunks(
    [...new Set(above.map(each => each.claimed_id))],
    ids => transaction<ClaimRow>('pipeline_jobs').whereIn('job_id', ids),
  );
  const byJob = new Map<string, ClaimRow[]>();
  for (const row of rows) {
    byJob.set(row.job_id, [...(byJob.get(row.job_id) ?? []), row]);
  }
  for (const { job_id, claimed_id } of above) {
    for (const { pipeline_ref, audience } of byJob.get(claimed_id) ?? []) {
      const claim = {
        pipelineRef: pipeline_ref,
        ...(audience !== null && { audience }),
        isOwn: job_id === claimed_id,
      };
      claims.set(job_id, [...(claims.get(job_id) ?? []), claim]);
    }
  }
  return claims;
}
