import { randomUUID } from 'node:crypto';
import { DatabaseService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import { inChunks } from '../inChunks';
import { fromDate } from '../instant';
import { enqueueWith } from '../notifications/outboxTable';
import { answerTo } from './answerTo';
import { parseCursor, toCursor } from './changeCursor';
import { ChangeRow, Effect, toChange, toRow } from './changeRow';
import { changes, claims } from './changeTables';
import { refuseBuiltUpon, refuseConflicts } from './conflicts';
import {
  Answer,
  NewRotationChange,
  RotationChange,
  SwapState,
} from './rotationChange';
import {
  Announce,
  RotationChangePage,
  RotationChangeStore,
  RotationDuty,
} from './RotationChangeStore';
import { lockRotation, revisions, setRevision } from './rotationLock';
import { toDuties } from './toDuties';

type AnswerOptions = Answer & { id: string; announce?: Announce };

type LockedChange = { row: ChangeRow; revision: number };

/** The change as nobody else can alter it before the transaction ends. */
async function lockChange(
  trx: Knex.Transaction,
  { id, rotation_ref }: ChangeRow,
): Promise<LockedChange> {
  const revision = await lockRotation(trx, rotation_ref);
  const [row] = await changes(trx).where({ id }).select();
  return { row, revision };
}

function asked(change: NewRotationChange, accepted: boolean): RotationChange {
  const id = randomUUID();
  if (change.type === 'cover') return { ...change, id, state: 'accepted' };
  if (!accepted) return { ...change, id, state: 'proposed' };
  return {
    ...change,
    id,
    state: 'accepted',
    answeredBy: change.requestedBy,
    answeredAt: change.requestedAt,
  };
}

/** {@link RotationChangeStore} on SQLite and PostgreSQL. */
export class KnexRotationChangeStore implements RotationChangeStore {
  readonly #knex: Knex;

  static async create(options: { database: DatabaseService }) {
    return new KnexRotationChangeStore(await options.database.getClient());
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async propose(options: {
    change: NewRotationChange;
    expectedRevision: number;
    acceptAtOnce?: boolean;
    announce?: Announce;
  }): Promise<RotationChange> {
    const { rotationRef } = options.change;
    return this.#knex.transaction(async trx => {
      const revision = await lockRotation(trx, rotationRef);
      await refuseConflicts(trx, options.change, options.expectedRevision);
      const change = asked(options.change, options.acceptAtOnce ?? false);
      const effect: Effect = { took_effect: null, lost_effect: null };
      if (change.state === 'accepted') {
        effect.took_effect = revision + 1;
        await setRevision(trx, rotationRef, revision + 1, change.requestedAt);
      }
      await changes(trx).insert(toRow(change, effect));
      if (change.type === 'swap' && change.state === 'proposed') {
        await claims(trx).insert(
          change.shifts.map(number => ({
            rotation_ref: rotationRef,
            shift_number: number,
            change_id: change.id,
          })),
        );
      }
      await enqueueWith(trx, options.announce?.(change) ?? []);
      return change;
    });
  }

  async answer(options: AnswerOptions): Promise<RotationChange> {
    const { id } = options;
    const [found] = await changes(this.#knex).where({ id }).select();
    if (!found) throw new NotFoundError(`There is no change ${id}`);
    return this.#knex.transaction(async trx =>
      this.#settle(trx, { ...options, ...(await lockChange(trx, found)) }),
    );
  }

  async #settle(
    trx: Knex.Transaction,
    options: AnswerOptions & LockedChange,
  ): Promise<RotationChange> {
    const { row, revision } = options;
    const change = answerTo(toChange(row), options);
    const undone = row.state === 'accepted';
    if (undone && change.type === 'swap') await refuseBuiltUpon(trx, row);
    const effect: Effect = {
      took_effect: change.state === 'accepted' ? revision + 1 : row.took_effect,
      lost_effect: undone ? revision + 1 : null,
    };
    if (undone || change.state === 'accepted') {
      await setRevision(trx, change.rotationRef, revision + 1, options.at);
    }
    await changes(trx).where({ id: row.id }).update(toRow(change, effect));
    await claims(trx).where({ change_id: row.id }).delete();
    await enqueueWith(trx, options.announce?.(change) ?? []);
    return change;
  }

  async get(options: { id: string }): Promise<RotationChange | undefined> {
    const row = await changes(this.#knex).where({ id: options.id }).first();
    return row && toChange(row);
  }

  async list(options: {
    rotationRef: string;
    states?: readonly SwapState[];
    fromShift?: number;
    limit: number;
    cursor?: string;
  }): Promise<RotationChangePage> {
    const { rotationRef, states, fromShift, limit, cursor } = options;
    const query = changes(this.#knex)
      .where({ rotation_ref: rotationRef })
      .orderBy([
        { column: 'requested_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit + 1);
    if (states) query.whereIn('state', states);
    if (fromShift !== undefined) {
      query.andWhere(either =>
        either
          .where('shift_a', '>=', fromShift)
          .orWhere('shift_b', '>=', fromShift),
      );
    }
    if (cursor !== undefined) {
      const { requested_at, id } = parseCursor(cursor);
      query.whereRaw('(requested_at, id) < (?, ?)', [requested_at, id]);
    }
    const rows = await query.select();
    const page = rows.slice(0, limit);
    return {
      items: page.map(toChange),
      ...(rows.length > limit && { nextCursor: toCursor(page[limit - 1]) }),
    };
  }

  async listForResolve(options: {
    rotationRefs: readonly string[];
  }): Promise<Map<string, RotationDuty>> {
    const { rotationRefs } = options;
    // The counters first: a change that comes in between is then seen with the
    // revision before it, so a proposal may be refused once too often, not pass.
    const counters = await inChunks(rotationRefs, refs =>
      revisions(this.#knex).whereIn('rotation_ref', refs).select(),
    );
    const rows = await inChunks(rotationRefs, refs =>
      changes(this.#knex)
        .whereIn('rotation_ref', refs)
        .whereNotNull('took_effect')
        .orderBy(['rotation_ref', 'took_effect'])
        .select(),
    );
    return toDuties({ rotationRefs, counters, rows });
  }

  async expireDue(options: {
    now: Date;
    limit: number;
    announce?: Announce;
  }): Promise<RotationChange[]> {
    const { now, limit, announce } = options;
    const due = await changes(this.#knex)
      .where({ state: 'proposed' })
      .andWhere('expires_at', '<=', fromDate(now))
      .orderBy('expires_at')
      .limit(limit)
      .select();
    const expired: RotationChange[] = [];
    for (const found of due) {
      const change = await this.#knex.transaction(async trx => {
        const locked = await lockChange(trx, found);
        // Somebody answered it, or another backend was first.
        if (locked.row.state !== 'proposed') return undefined;
        const expiry: AnswerOptions = {
          id: found.id,
          state: 'expired',
          at: now,
          announce,
        };
        return this.#settle(trx, { ...expiry, ...locked });
      });
      if (change) expired.push(change);
    }
    return expired;
  }
}
