import { DatabaseService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { isPostgres } from '../engine';
import { fromDate } from '../instant';
import {
  LeasedQuestion,
  MetricQueryStore,
  MetricQuestion,
  StoredQuestion,
} from './MetricQueryStore';
import {
  asksSame,
  metricQueries,
  MetricQueryRow,
  toNewRow,
  toQuestion,
} from './metricQueryTable';

const RELEASED = { lease_until: null, leased_by: null };

function byDue(one: MetricQueryRow, other: MetricQueryRow): number {
  if (one.next_at === other.next_at) return one.id - other.id;
  return one.next_at < other.next_at ? -1 : 1;
}

/** {@link MetricQueryStore} on SQLite and PostgreSQL. */
export class KnexMetricQueryStore implements MetricQueryStore {
  readonly #knex: Knex;

  static async create(options: { database: DatabaseService }) {
    return new KnexMetricQueryStore(await options.database.getClient());
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async replaceFor(options: {
    pipelineRef: string;
    questions: readonly MetricQuestion[];
    now: Date;
    db?: Knex;
  }): Promise<void> {
    const { pipelineRef, questions, now, db } = options;
    // Within a transaction this is a savepoint of it.
    await (db ?? this.#knex).transaction(async trx => {
      const ofPipeline = metricQueries(trx).where({
        pipeline_ref: pipelineRef,
      });
      const known = await ofPipeline.clone().select();
      const rowOf = new Map(known.map(row => [row.metric, row]));
      const isKept = new Set(questions.map(({ metric }) => metric));
      const gone = [...rowOf.keys()].filter(metric => !isKept.has(metric));
      if (gone.length > 0) {
        await ofPipeline.clone().whereIn('metric', gone).delete();
      }
      const changed = questions.filter(question => {
        const row = rowOf.get(question.metric);
        return !row || !asksSame(row, question);
      });
      // One at a time: a spec has few, and SQLite a limit of variables. Merged,
      // because another backend may have stored the same spec just now.
      for (const question of changed) {
        await metricQueries(trx)
          .insert(toNewRow(pipelineRef, question, now))
          .onConflict(['pipeline_ref', 'metric'])
          .merge();
      }
    });
  }

  async claimDue(options: {
    now: Date;
    limit: number;
    leaseUntil: Date;
    owner: string;
  }): Promise<StoredQuestion[]> {
    const { limit, owner } = options;
    const now = fromDate(options.now);
    const isFree = (query: Knex.QueryBuilder) =>
      query.whereNull('lease_until').orWhere('lease_until', '<=', now);
    return this.#knex.transaction(async trx => {
      const due = metricQueries(trx)
        .where('next_at', '<=', now)
        .andWhere(isFree)
        .orderBy(['next_at', 'pipeline_ref', 'metric'])
        .limit(limit);
      if (isPostgres(trx)) due.forUpdate().skipLocked();
      const ids = (await due.select('id')).map(({ id }) => id);
      // SQLite has no row locks. The condition is asked once more, so that what
      // another process claimed since is left to it.
      const claimed = await metricQueries(trx)
        .whereIn('id', ids)
        .andWhere('next_at', '<=', now)
        .andWhere(isFree)
        .update({ leased_by: owner, lease_until: fromDate(options.leaseUntil) })
        .returning('*');
      return claimed.sort(byDue).map(toQuestion);
    });
  }

  async succeed(
    options: LeasedQuestion & { at: Date; measuredTo: Date; nextAt: Date },
  ): Promise<void> {
    await this.#leased(options).update({
      ...RELEASED,
      measured_to: fromDate(options.measuredTo),
      next_at: fromDate(options.nextAt),
      failures: 0,
      last_success_at: fromDate(options.at),
      last_error: null,
    });
  }

  async fail(
    options: LeasedQuestion & { error: string; nextAt: Date },
  ): Promise<void> {
    await this.#leased(options)
      .update({
        ...RELEASED,
        next_at: fromDate(options.nextAt),
        last_error: options.error,
      })
      .increment('failures');
  }

  async listOf(options: { pipelineRef: string }): Promise<StoredQuestion[]> {
    const rows = await metricQueries(this.#knex)
      .where({ pipeline_ref: options.pipelineRef })
      .orderBy('metric')
      .select();
    return rows.map(toQuestion);
  }

  async listFailing(options: { limit: number }): Promise<StoredQuestion[]> {
    const rows = await metricQueries(this.#knex)
      .where('failures', '>', 0)
      .orderBy([
        { column: 'failures', order: 'desc' },
        'pipeline_ref',
        'metric',
      ])
      .limit(options.limit)
      .select();
    return rows.map(toQuestion);
  }

  #leased({ pipelineRef, metric, owner }: LeasedQuestion) {
    return metricQueries(this.#knex).where({
      pipeline_ref: pipelineRef,
      metric,
      leased_by: owner,
    });
  }
}
