import { DatabaseService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { hashOf } from '../../ingest/hashOf';
import { deleteOldest } from '../deleteOldest';
import { inTransaction } from '../inTransaction';
import { fromDate, toDate } from '../instant';
import { slicesOf } from '../slicesOf';
import {
  HeardRefusal,
  HeardSender,
  JournalStore,
  KnownRefusal,
  KnownSender,
} from './JournalStore';

// PostgreSQL answers 64-bit integers as text.
type Count = number | string;

type SenderRow = {
  id: string;
  sender: string;
  route: string;
  first_heard_at: string;
  last_heard_at: string;
  stored: Count;
  refused: Count;
};

type RefusalRow = {
  id: string;
  sender: string;
  route: string;
  of: HeardRefusal['of'];
  reason: string;
  count: Count;
  first_at: string;
  last_at: string;
};

function toSenderRow({ at, ...sender }: HeardSender): SenderRow {
  return {
    id: hashOf(sender.sender, sender.route),
    sender: sender.sender,
    route: sender.route,
    first_heard_at: fromDate(at),
    last_heard_at: fromDate(at),
    stored: sender.stored,
    refused: sender.refused,
  };
}

function toRefusalRow({ at, ...refusal }: HeardRefusal): RefusalRow {
  const { sender, route, of, reason, count } = refusal;
  return {
    id: hashOf(sender, route, of, reason),
    ...{ sender, route, of, reason, count },
    first_at: fromDate(at),
    last_at: fromDate(at),
  };
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

/** {@link JournalStore} on SQLite and PostgreSQL. */
export class KnexJournalStore implements JournalStore {
  readonly #knex: Knex;

  static async create(options: { database: DatabaseService }) {
    return new KnexJournalStore(await options.database.getClient());
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(options: {
    senders: readonly HeardSender[];
    refusals: readonly HeardRefusal[];
  }): Promise<void> {
    const senders = options.senders.map(toSenderRow).sort(byId);
    const refusals = options.refusals.map(toRefusalRow).sort(byId);
    await inTransaction(this.#knex, async transaction => {
      for (const rows of slicesOf(senders)) {
        await transaction<SenderRow>('senders')
          .insert(rows)
          .onConflict('id')
          .merge({
            last_heard_at: transaction.raw('excluded.last_heard_at'),
            stored: transaction.raw('senders.stored + excluded.stored'),
            refused: transaction.raw('senders.refused + excluded.refused'),
          });
      }
      for (const rows of slicesOf(refusals)) {
        await transaction<RefusalRow>('refusals')
          .insert(rows)
          .onConflict('id')
          .merge({
            last_at: transaction.raw('excluded.last_at'),
            count: transaction.raw('refusals.count + excluded.count'),
          });
      }
    });
  }

  async listSenders(options: { limit: number }): Promise<KnownSender[]> {
    const rows = await this.#knex<SenderRow>('senders')
      .orderBy('last_heard_at', 'desc')
      .limit(options.limit)
      .select();
    return rows.map(row => ({
      sender: row.sender,
      route: row.route,
      stored: Number(row.stored),
      refused: Number(row.refused),
      firstHeardAt: toDate(row.first_heard_at),
      lastHeardAt: toDate(row.last_heard_at),
    }));
  }

  async listRefusals(options: { limit: number }): Promise<KnownRefusal[]> {
    const rows = await this.#knex<RefusalRow>('refusals')
      .orderBy('last_at', 'desc')
      .limit(options.limit)
      .select();
    return rows.map(row => ({
      id: row.id,
      sender: row.sender,
      route: row.route,
      of: row.of,
      reason: row.reason,
      count: Number(row.count),
      firstAt: toDate(row.first_at),
      lastAt: toDate(row.last_at),
    }));
  }

  async deleteRefusalsBefore(options: {
    before: Date;
    limit: number;
  }): Promise<number> {
    return deleteOldest(this.#knex, {
      table: 'refusals',
      column: 'last_at',
      ...options,
    });
  }
}
