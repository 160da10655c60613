import { randomUUID } from 'node:crypto';
import { DatabaseService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { fromDate, toDate, toOptionalDate } from '../instant';
import {
  CalendarFeed,
  CalendarFeedStore,
  NewCalendarFeed,
} from './CalendarFeedStore';
import { hashOf, isTokenLike, newToken } from './feedToken';

const TABLE = 'calendar_feeds';

type CalendarFeedRow = {
  id: string;
  rotation_ref: string;
  member: string | null;
  token_hash: string;
  created_by: string;
  created_at: string;
  revoked_at: string | null;
  last_read_at: string | null;
};

function toFeed(row: CalendarFeedRow): CalendarFeed {
  const revokedAt = toOptionalDate(row.revoked_at);
  const lastReadAt = toOptionalDate(row.last_read_at);
  return {
    id: row.id,
    rotationRef: row.rotation_ref,
    ...(row.member !== null && { member: row.member }),
    createdBy: row.created_by,
    createdAt: toDate(row.created_at),
    ...(revokedAt && { revokedAt }),
    ...(lastReadAt && { lastReadAt }),
  };
}

/** {@link CalendarFeedStore} on SQLite and PostgreSQL. */
export class KnexCalendarFeedStore implements CalendarFeedStore {
  readonly #knex: Knex;

  static async create(options: { database: DatabaseService }) {
    return new KnexCalendarFeedStore(await options.database.getClient());
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async create(options: {
    feed: NewCalendarFeed;
  }): Promise<{ feed: CalendarFeed; token: string }> {
    const { rotationRef, member, createdBy, createdAt } = options.feed;
    const token = newToken();
    const row: CalendarFeedRow = {
      id: randomUUID(),
      rotation_ref: rotationRef,
      member: member ?? null,
      token_hash: hashOf(token),
      created_by: createdBy,
      created_at: fromDate(createdAt),
      revoked_at: null,
      last_read_at: null,
    };
    await this.#feeds().insert(row);
    return { feed: toFeed(row), token };
  }

  async get(options: { id: string }): Promise<CalendarFeed | undefined> {
    const row = await this.#feeds().where({ id: options.id }).first();
    return row && toFeed(row);
  }

  async findByToken(options: {
    token: string;
  }): Promise<CalendarFeed | undefined> {
    if (!isTokenLike(options.token)) return undefined;
    const row = await this.#feeds()
      .where({ token_hash: hashOf(options.token), revoked_at: null })
      .first();
    return row && toFeed(row);
  }

  async markRead(options: { id: string; at: Date }): Promise<void> {
    const at = fromDate(options.at);
    await this.#feeds()
      .where({ id: options.id })
      .andWhere(earlier =>
        earlier.whereNull('last_read_at').orWhere('last_read_at', '<', at),
      )
      .update({ last_read_at: at });
  }

  async revoke(options: { id: string; at: Date }): Promise<boolean> {
    const revoked = await this.#feeds()
      .where({ id: options.id, revoked_at: null })
      .update({ revoked_at: fromDate(options.at) });
    return revoked > 0;
  }

  async listOf(options: { createdBy: string }): Promise<CalendarFeed[]> {
    const rows = await this.#feeds()
      .where({ created_by: options.createdBy })
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .select();
    return rows.map(toFeed);
  }

  #feeds() {
    return this.#knex<CalendarFeedRow>(TABLE);
  }
}
