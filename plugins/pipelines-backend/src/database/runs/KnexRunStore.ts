import { DatabaseService } from '@backstage/backend-plugin-api';
import { RunState } from '@techflow/backstage-plugin-pipelines-common';
import { Knex } from 'knex';
import { deleteOldest } from '../deleteOldest';
import { inChunks } from '../inChunks';
import { fromDate, toDate } from '../instant';
import { factsIn, RunRow, runsTable } from './runRow';
import { KnownRun, RunCursor, RunStore, StepSums } from './RunStore';

// Airflow, Spark application, Spark action: three. More than this is a loop.
const DEEPEST = 10;

function toRun(row: RunRow): KnownRun {
  return {
    id: row.id,
    jobId: row.job_id,
    runId: row.run_id,
    ...(row.parent_id !== null && { parentId: row.parent_id }),
    state: row.state,
    begunAt: toDate(row.begun_at),
    ...(row.rows !== null && { rows: row.rows }),
    facts: factsIn(row),
    lastHeardAt: toDate(row.received_at),
  };
}

/** {@link RunStore} on SQLite and PostgreSQL. */
export class KnexRunStore implements RunStore {
  readonly #knex: Knex;

  static async create(options: { database: DatabaseService }) {
    return new KnexRunStore(await options.database.getClient());
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(options: {
    jobIds: readonly string[];
    states?: readonly RunState[];
    limit: number;
    after?: RunCursor;
  }): Promise<KnownRun[]> {
    const { jobIds, states, limit, after } = options;
    const query = runsTable(this.#knex)
      .whereIn('job_id', [...jobIds])
      .where(root =>
        root
          .whereNull('parent_job_id')
          .orWhereNotIn('parent_job_id', [...jobIds]),
      )
      .orderBy([
        { column: 'begun_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    if (states) query.whereIn('state', [...states]);
    if (after) {
      query.whereRaw('(begun_at, id) < (?, ?)', [
        fromDate(after.begunAt),
        after.id,
      ]);
    }
    return (await query.select()).map(toRun);
  }

  async get(options: { id: string }): Promise<KnownRun | undefined> {
    const row = await runsTable(this.#knex).where(options).first();
    return row && toRun(row);
  }

  async steps(options: { id: string; limit: number }): Promise<KnownRun[]> {
    const { id, limit } = options;
    const rows: RunRow[] = await this.#knex
      .withRecursive('steps', ['id', 'depth'], steps =>
        steps
          .select('id', this.#knex.raw('1 as depth'))
          .from('runs')
          .where({ parent_id: id })
          .union(again =>
            again
              .select('runs.id', this.#knex.raw('steps.depth + 1 as depth'))
              .from('runs')
              .join('steps', 'steps.id', 'runs.parent_id')
              .where('steps.depth', '<', DEEPEST),
          ),
      )
      .from('runs')
      .whereIn('id', this.#knex('steps').select('id'))
      .whereNot({ id })
      .orderBy(['begun_at', 'id'])
      .limit(limit)
      .select('runs.*');
    return rows.map(toRun);
  }

  async stepSums(options: {
    ids: readonly string[];
  }): Promise<Map<string, StepSums>> {
    const rows = await inChunks(options.ids, ids =>
      this.#knex('runs')
        .whereIn('parent_id', ids)
        .groupBy('parent_id')
        .select<{ parent_id: string; steps: string; rows: number | null }[]>(
          'parent_id',
          this.#knex.raw('count(*) as steps'),
          // Beyond what a number can be PostgreSQL fails.
          this.#knex.raw(
            'sum("rows") filter (where abs("rows") < 1e290) as "rows"',
          ),
        ),
    );
    return new Map(
      rows.map(({ parent_id, steps, rows: written }) => [
        parent_id,
        { steps: Number(steps), ...(written !== null && { rows: written }) },
      ]),
    );
  }

  async jobIdsAbove(options: { id: string }): Promise<string[]> {
    const rows: { job_id: string }[] = await this.#knex
      .withRecursive('above', ['id', 'parent_id', 'job_id', 'depth'], above =>
        above
          .select('id', 'parent_id', 'job_id', this.#knex.raw('1 as depth'))
          .from('runs')
          .where({ id: options.id })
          .union(again =>
            again
              .select(
                'runs.id',
                'runs.parent_id',
                'runs.job_id',
                this.#knex.raw('above.depth + 1 as depth'),
              )
              .from('runs')
              .join('above', 'above.parent_id', 'runs.id')
              .where('above.depth', '<', DEEPEST),
          ),
      )
      .from('above')
      .distinct('job_id');
    return rows.map(({ job_id }) => job_id);
  }

  async deleteBefore(options: {
    before: Date;
    limit: number;
  }): Promise<number> {
    return deleteOldest(this.#knex, {
      table: 'runs',
      column: 'received_at',
      ...options,
    });
  }
}
