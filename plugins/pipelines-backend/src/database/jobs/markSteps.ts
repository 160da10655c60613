import { Knex } from 'knex';
import { jobParentsTable, jobsTable } from './jobRow';

/**
 * Marks jobs as steps whose parent was heard of itself. A job that names a parent
 * of which nobody has heard stays one of its own: its runs stand alone, and
 * somebody has to claim them. Whichever of the two is heard first.
 *
 * @param parentIds - parents that were named or heard of just now
 */
export async function markSteps(
  transaction: Knex.Transaction,
  parentIds: readonly string[],
): Promise<void> {
  const steps = jobParentsTable(transaction)
    .join('jobs as parents', 'parents.id', 'job_parents.parent_id')
    .whereIn('job_parents.parent_id', [...parentIds])
    .whereRaw('job_parents.parent_id <> job_parents.job_id')
    .select('job_parents.job_id');
  await jobsTable(transaction)
    .where({ is_step: false })
    .whereIn('id', steps)
    .update({ is_step: true });
}
