import {
  DatabaseService,
  isDatabaseConflictError,
} from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { HandoffRow, toHandoff, toRow } from './handoffRow';
import { Handoff, HandoffStore } from './HandoffStore';

const TABLE = 'handoffs';

/** {@link HandoffStore} on SQLite and PostgreSQL. */
export class KnexHandoffStore implements HandoffStore {
  readonly #knex: Knex;

  static async create(options: { database: DatabaseService }) {
    return new KnexHandoffStore(await options.database.getClient());
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async get(options: {
    rotationRef: string;
    shiftNumber: number;
  }): Promise<Handoff | undefined> {
    const { rotationRef, shiftNumber } = options;
    const row = await this.#knex<HandoffRow>(TABLE)
      .where({ rotation_ref: rotationRef, shift_number: shiftNumber })
      .first();
    return row && toHandoff(row);
  }

  async list(options: {
    rotationRef: string;
    fromShift: number;
    toShift: number;
  }): Promise<Handoff[]> {
    const { rotationRef, fromShift, toShift } = options;
    const rows = await this.#knex<HandoffRow>(TABLE)
      .where({ rotation_ref: rotationRef })
      .whereBetween('shift_number', [fromShift, toShift])
      .orderBy('shift_number')
      .select();
    return rows.map(toHandoff);
  }

  async save(options: {
    handoff: Omit<Handoff, 'revision'>;
    expectedRevision: number;
  }): Promise<Handoff> {
    const { handoff, expectedRevision } = options;
    const saved = { ...handoff, revision: expectedRevision + 1 };
    const written =
      expectedRevision === 0
        ? await this.#insert(saved)
        : await this.#update(saved, expectedRevision);
    if (!written) throw await this.#stale(handoff, expectedRevision);
    return saved;
  }

  async #insert(handoff: Handoff): Promise<boolean> {
    try {
      await this.#knex<HandoffRow>(TABLE).insert(toRow(handoff));
      return true;
    } catch (error) {
      if (isDatabaseConflictError(error)) return false;
      throw error;
    }
  }

  async #update(handoff: Handoff, revision: number): Promise<boolean> {
    const { rotation_ref, shift_number, ...changed } = toRow(handoff);
    const updated = await this.#knex<HandoffRow>(TABLE)
      .where({ rotation_ref, shift_number, revision })
      .update(changed);
    return updated > 0;
  }

  async #stale(
    handoff: Omit<Handoff, 'revision'>,
    expectedRevision: number,
  ): Promise<ConflictError> {
    const present = await this.get(handoff);
    return new ConflictError(
      `The handoff of shift ${handoff.shiftNumber} of ${
        handoff.rotationRef
      } is at revision ${
        present?.revision ?? 0
      }, not ${expectedRevision}: somebody saved it in between`,
    );
  }
}
