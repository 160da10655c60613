import { DatabaseService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { fromDate, toDate } from '../instant';
import { RotationWakeup, RotationWakeupStore } from './RotationWakeupStore';
import { touchWith, wakeups } from './wakeupTable';

/** {@link RotationWakeupStore} on SQLite and PostgreSQL. */
export class KnexRotationWakeupStore implements RotationWakeupStore {
  readonly #knex: Knex;

  static async create(options: { database: DatabaseService }) {
    return new KnexRotationWakeupStore(await options.database.getClient());
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async touch(options: { rotationRef: string; at: Date }): Promise<void> {
    await touchWith(this.#knex, options.rotationRef, options.at);
  }

  async due(options: { now: Date; limit: number }): Promise<RotationWakeup[]> {
    const rows = await wakeups(this.#knex)
      .where('next_at', '<=', fromDate(options.now))
      .orderBy('next_at')
      .limit(options.limit)
      .select();
    return rows.map(({ rotation_ref, since, revision }) => ({
      rotationRef: rotation_ref,
      since: toDate(since),
      revision,
    }));
  }

  async settle(options: {
    wakeup: RotationWakeup;
    nextAt: Date;
  }): Promise<boolean> {
    const nextAt = fromDate(options.nextAt);
    const settled = await this.#asSeen(options.wakeup).update({
      next_at: nextAt,
      since: nextAt,
    });
    return settled > 0;
  }

  async postpone(options: {
    wakeup: RotationWakeup;
    nextAt: Date;
  }): Promise<void> {
    await this.#asSeen(options.wakeup).update({
      next_at: fromDate(options.nextAt),
    });
  }

  #asSeen({ rotationRef, revision }: RotationWakeup) {
    return wakeups(this.#knex).where({ rotation_ref: rotationRef, revision });
  }
}
