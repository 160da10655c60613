import {
  DatabaseService,
  isDatabaseConflictError,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { isPostgres } from '../engine';
import { fromDate } from '../instant';
import {
  ClaimedMessage,
  NotificationOutbox,
  OutboxMessage,
} from './NotificationOutbox';
import { outbox, OutboxRow, toRow } from './outboxTable';

function toClaimed(row: OutboxRow): ClaimedMessage {
  return {
    key: row.key,
    recipients: JSON.parse(row.recipients),
    payload: JSON.parse(row.payload),
    attempts: row.attempts,
  };
}

/** {@link NotificationOutbox} on SQLite and PostgreSQL. */
export class KnexNotificationOutbox implements NotificationOutbox {
  readonly #knex: Knex;

  static async create(options: { database: DatabaseService }) {
    return new KnexNotificationOutbox(await options.database.getClient());
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async enqueue(message: OutboxMessage): Promise<boolean> {
    const { key } = message;
    // Most keys that come twice come long after the first: asking spares
    // PostgreSQL an error in its log. The insert decides if they race.
    if (await outbox(this.#knex).where({ key }).first('key')) return false;
    try {
      await outbox(this.#knex).insert(toRow(message));
      return true;
    } catch (error) {
      if (isDatabaseConflictError(error)) return false;
      throw error;
    }
  }

  async claimDue(options: {
    now: Date;
    limit: number;
    leaseUntil: Date;
    owner: string;
  }): Promise<ClaimedMessage[]> {
    const { limit, owner } = options;
    const now = fromDate(options.now);
    return this.#knex.transaction(async trx => {
      const due = outbox(trx)
        .where('next_at', '<=', now)
        .orderBy(['next_at', 'key'])
        .limit(limit);
      if (isPostgres(trx)) due.forUpdate().skipLocked();
      const keys = (await due.select('key')).map(({ key }) => key);
      // SQLite has no row locks. The condition is asked once more, so that what
      // another process claimed since is left to it.
      await outbox(trx)
        .whereIn('key', keys)
        .andWhere('next_at', '<=', now)
        .update({ owner, next_at: fromDate(options.leaseUntil) })
        .increment('attempts');
      const claimed = await outbox(trx)
        .whereIn('key', keys)
        .andWhere({ owner, next_at: fromDate(options.leaseUntil) })
        .orderBy(['due_at', 'key'])
        .select();
      return claimed.map(toClaimed);
    });
  }

  async markSent(options: { key: string; at: Date }): Promise<void> {
    await outbox(this.#knex)
      .where({ key: options.key, closed_at: null })
      .update({
        next_at: null,
        last_error: null,
        closed_at: fromDate(options.at),
      });
  }

  async markFailed(options: {
    key: string;
    owner: string;
    error: string;
    at: Date;
    retryAt?: Date;
  }): Promise<void> {
    const { key, owner, error, at, retryAt } = options;
    await outbox(this.#knex)
      .where({ key, owner, closed_at: null })
      .update({
        owner: null,
        last_error: error,
        next_at: retryAt ? fromDate(retryAt) : null,
        closed_at: retryAt ? null : fromDate(at),
      });
  }

  async deleteClosedBefore(options: {
    before: Date;
    limit: number;
  }): Promise<number> {
    const closed = outbox(this.#knex)
      .where('closed_at', '<', fromDate(options.before))
      .orderBy('closed_at')
      .limit(options.limit)
      .select('key');
    return outbox(this.#knex).whereIn('key', closed).delete();
  }
}
