import { DatabaseService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { inChunks } from '../inChunks';
import { fromDate, toDate } from '../instant';
import { JobRow, jobsTable } from './jobRow';
import { JobCursor, JobStore, KnownJob } from './JobStore';

function toJob(row: JobRow): KnownJob {
  return {
    id: row.id,
    namespace: row.namespace,
    name: row.name,
    firstHeardAt: toDate(row.first_heard_at),
    lastHeardAt: toDate(row.last_heard_at),
    producer: row.producer,
    sender: row.sender,
    outputs: JSON.parse(row.outputs),
  };
}

/** {@link JobStore} on SQLite and PostgreSQL. */
export class KnexJobStore implements JobStore {
  readonly #knex: Knex;

  static async create(options: { database: DatabaseService }) {
    return new KnexJobStore(await options.database.getClient());
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async listUnclaimed(options: {
    limit: number;
    after?: JobCursor;
  }): Promise<KnownJob[]> {
    const { limit, after } = options;
    const query = jobsTable(this.#knex)
      .where({ is_step: false })
      .whereNotExists(
        this.#knex('pipeline_jobs').whereRaw('pipeline_jobs.job_id = jobs.id'),
      )
      .orderBy([
        { column: 'last_heard_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    if (after) {
      query.whereRaw('(last_heard_at, id) < (?, ?)', [
        fromDate(after.lastHeardAt),
        after.id,
      ]);
    }
    return (await query.select('jobs.*')).map(toJob);
  }

  async getMany(options: {
    ids: readonly string[];
  }): Promise<Map<string, KnownJob>> {
    const rows = await inChunks([...new Set(options.ids)], ids =>
      jobsTable(this.#knex).whereIn('id', ids).select(),
    );
    return new Map(rows.map(row => [row.id, toJob(row)]));
  }

  async familyOf(options: {
    ids: readonly string[];
    limit: number;
  }): Promise<string[]> {
    const { ids, limit } = options;
    if (ids.length === 0) return [];
    // `union`, not `union all`: jobs that start each other end it.
    const rows: { id: string }[] = await this.#knex
      .withRecursive('family', ['id'], family =>
        family
          .select('job_id as id')
          .from('job_parents')
          .whereIn('parent_id', [...ids])
          .union(again =>
            again
              .select('job_parents.job_id as id')
              .from('job_parents')
              .join('family', 'family.id', 'job_parents.parent_id'),
          ),
      )
      .from('family')
      .limit(limit)
      .select('id');
    return [...new Set([...ids, ...rows.map(({ id }) => id)])];
  }
}
