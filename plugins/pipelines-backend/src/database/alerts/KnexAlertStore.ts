import { DatabaseService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { noteArrivals } from '../arrivals/noteArrivals';
import { fromDate } from '../instant';
import { inTransaction } from '../inTransaction';
import { AlertDelivery, AlertStore, StoredAlert } from './AlertStore';
import { AlertRow, toAlert, toRows } from './alertRow';

const TABLE = 'alerts';
// Knex writes rows for SQLite as a `union all`, which has 500 terms at most.
const ROWS_AT_ONCE = 500;

/** {@link AlertStore} on SQLite and PostgreSQL. */
export class KnexAlertStore implements AlertStore {
  readonly #knex: Knex;

  static async create(options: { database: DatabaseService }) {
    return new KnexAlertStore(await options.database.getClient());
  }

  /** {@link AlertStore.store} as a part of a transaction. */
  static async storeWith(
    trx: Knex.Transaction,
    delivery: AlertDelivery,
  ): Promise<void> {
    const rows = toRows(delivery);
    const newer = (column: 'summary' | 'link' | 'received_at') =>
      trx.raw(
        `case when ${TABLE}.received_at > excluded.received_at
          then ${TABLE}.${column} else excluded.${column} end`,
      );
    const earliestEnd = trx.raw(
      `case when ${TABLE}.ends_at is null then excluded.ends_at
        when excluded.ends_at < ${TABLE}.ends_at then excluded.ends_at
        else ${TABLE}.ends_at end`,
    );
    for (let begin = 0; begin < rows.length; begin += ROWS_AT_ONCE) {
      await trx<AlertRow>(TABLE)
        .insert(rows.slice(begin, begin + ROWS_AT_ONCE))
        .onConflict('id')
        // Name and severity are labels: with others, it is another alert.
        .merge({
          ends_at: earliestEnd,
          summary: newer('summary'),
          link: newer('link'),
          received_at: newer('received_at'),
        });
    }
    const byPipeline = new Map<string, string>();
    for (const { pipeline_ref, starts_at } of rows) {
      const other = byPipeline.get(pipeline_ref);
      if (other === undefined || starts_at < other) {
        byPipeline.set(pipeline_ref, starts_at);
      }
    }
    await noteArrivals(trx, {
      arrivals: [...byPipeline].map(([subject, down]) => ({
        subject,
        facts: { down },
      })),
      receivedAt: delivery.receivedAt,
    });
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async store(delivery: AlertDelivery): Promise<void> {
    await inTransaction(this.#knex, trx =>
      KnexAlertStore.storeWith(trx, delivery),
    );
  }

  async list(options: {
    pipelineRef: string;
    state?: 'firing' | 'resolved';
    limit: number;
  }): Promise<StoredAlert[]> {
    const query = this.#alerts()
      .where({ pipeline_ref: options.pipelineRef })
      .orderBy([
        { column: 'starts_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(options.limit);
    if (options.state === 'firing') query.whereNull('ends_at');
    if (options.state === 'resolved') query.whereNotNull('ends_at');
    const rows = await query.select();
    return rows.map(toAlert);
  }

  async deleteEndedBefore(options: {
    before: Date;
    limit: number;
  }): Promise<number> {
    const before = fromDate(options.before);
    const gone = this.#alerts()
      .where('ends_at', '<', before)
      .orWhere(firing =>
        firing.whereNull('ends_at').andWhere('received_at', '<', before),
      )
      .limit(options.limit)
      .select('id');
    return this.#alerts().whereIn('id', gone).delete();
  }

  #alerts() {
    return this.#knex<AlertRow>(TABLE);
  }
}
