import { Knex } from 'knex';
import { isPostgres } from '../engine';

/**
 * Lets one transaction at a time decide about something of a pipeline: what it
 * reads after this is true until it commits. SQLite has one connection, which
 * transactions take in turn.
 *
 * @param options - `what` is decided about; others need not wait for it
 */
export async function lockPipeline(
  transaction: Knex.Transaction,
  options: { what: 'exclusions' | 'reviews'; pipelineRef: string },
): Promise<void> {
  if (!isPostgres(transaction)) return;
  await transaction.raw('select pg_advisory_xact_lock(hashtext(?))', [
    `pipelines ${options.what} of ${options.pipelineRef}`,
  ]);
}
