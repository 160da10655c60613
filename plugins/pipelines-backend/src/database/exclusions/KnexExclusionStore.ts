import { randomUUID } from 'node:crypto';
import { DatabaseService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { noteArrivals } from '../arrivals/noteArrivals';
import { inChunks } from '../inChunks';
import { fromDate } from '../instant';
import { inTransaction } from '../inTransaction';
import { ExclusionRow, toExclusion, toRow } from './exclusionRow';
import {
  ExclusionPosition,
  ExclusionStore,
  NewStoredExclusion,
  StoredExclusion,
} from './ExclusionStore';
import { lockPipeline } from './lockPipeline';

const TOUCHING_LIMIT = 2_000;

function exclusions(knex: Knex) {
  return knex<ExclusionRow>('exclusions');
}

/** The active one that says the same, whatever its words. */
async function sameAs(
  trx: Knex.Transaction,
  row: ExclusionRow,
): Promise<ExclusionRow | undefined> {
  const { pipeline_ref, to_at, from_at, type, objectives, monitors, author } =
    row;
  return exclusions(trx)
    .where({ pipeline_ref, to_at, from_at, type, objectives, monitors, author })
    .whereNull('cancelled_at')
    .first();
}

async function refuseTooMany(
  trx: Knex.Transaction,
  options: { pipelineRef: string; most: number; endAfter: Date },
): Promise<void> {
  const { pipelineRef, most, endAfter } = options;
  const active = await exclusions(trx)
    .where({ pipeline_ref: pipelineRef, cancelled_at: null })
    .andWhere('to_at', '>', fromDate(endAfter))
    .limit(most)
    .select('id');
  if (active.length < most) return;
  throw new ConflictError(
    `${pipelineRef} has ${most} exclusions since ${fromDate(
      endAfter,
    )}, which is the most it may have; take some back first`,
  );
}

/** {@link ExclusionStore} on SQLite and PostgreSQL. */
export class KnexExclusionStore implements ExclusionStore {
  readonly #knex: Knex;

  static async create(options: { database: DatabaseService }) {
    return new KnexExclusionStore(await options.database.getClient());
  }

  /**
   * Exclusions of many pipelines that nobody took back and that end after an
   * instant, by pipeline, begin and id; for judging, in its transaction or not.
   */
  static async activeFor(
    knex: Knex,
    options: { pipelineRefs: readonly string[]; endAfter: Date },
  ): Promise<StoredExclusion[]> {
    const { pipelineRefs, endAfter } = options;
    const rows = await inChunks(pipelineRefs, refs =>
      exclusions(knex)
        .whereIn('pipeline_ref', refs)
        .andWhere('to_at', '>', fromDate(endAfter))
        .whereNull('cancelled_at')
        .orderBy(['pipeline_ref', 'from_at', 'id'])
        .select(),
    );
    return rows.map(toExclusion);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(options: {
    exclusion: NewStoredExclusion;
    most: number;
    endAfter: Date;
  }): Promise<{ exclusion: StoredExclusion; isNew: boolean }> {
    const { exclusion, most, endAfter } = options;
    const { pipelineRef, author, createdAt, reason } = exclusion;
    const row = toRow(randomUUID(), exclusion);
    return inTransaction(this.#knex, async trx => {
      await lockPipeline(trx, { what: 'exclusions', pipelineRef });
      const same = await sameAs(trx, row);
      if (same) return { exclusion: toExclusion(same), isNew: false };
      await refuseTooMany(trx, { pipelineRef, most, endAfter });
      await exclusions(trx).insert(row);
      const facts = { exclusion: row.from_at };
      await noteArrivals(trx, {
        arrivals: [{ subject: pipelineRef, facts, by: author, reason }],
        receivedAt: createdAt,
      });
      return { exclusion: toExclusion(row), isNew: true };
    });
  }

  async get(options: { id: string }): Promise<StoredExclusion | undefined> {
    const row = await exclusions(this.#knex).where({ id: options.id }).first();
    return row && toExclusion(row);
  }

  async cancel(options: {
    id: string;
    by: string;
    at: Date;
    reason: string;
  }): Promise<StoredExclusion | undefined> {
    const { id, by, at, reason } = options;
    return inTransaction(this.#knex, async trx => {
      // One of two that cancel at the same moment finds nothing to update.
      const cancelled = await exclusions(trx)
        .where({ id, cancelled_at: null })
        .update({
          cancelled_by: by,
          cancelled_at: fromDate(at),
          cancelled_reason: reason,
        });
      if (cancelled === 0) return undefined;
      const [row] = await exclusions(trx).where({ id }).select();
      const { pipeline_ref: subject, from_at } = row;
      await noteArrivals(trx, {
        arrivals: [{ subject, facts: { exclusion: from_at }, by, reason }],
        receivedAt: at,
      });
      return toExclusion(row);
    });
  }

  async list(options: {
    pipelineRef: string;
    limit: number;
    after?: ExclusionPosition;
  }): Promise<StoredExclusion[]> {
    const { pipelineRef, limit, after } = options;
    const query = exclusions(this.#knex)
      .where({ pipeline_ref: pipelineRef })
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    if (after) {
      query.whereRaw('(created_at, id) < (?, ?)', [
        fromDate(after.createdAt),
        after.id,
      ]);
    }
    const rows = await query.select();
    return rows.map(toExclusion);
  }

  async touching(options: {
    pipelineRef: string;
    from: Date;
    to: Date;
  }): Promise<StoredExclusion[]> {
    const { pipelineRef, from, to } = options;
    const rows = await exclusions(this.#knex)
      .where({ pipeline_ref: pipelineRef })
      .andWhere('to_at', '>', fromDate(from))
      .andWhere('from_at', '<', fromDate(to))
      // Each of the active ones is on a score; of the others few may be missing.
      .orderByRaw('case when cancelled_at is null then 0 else 1 end')
      .orderBy(['from_at', 'id'])
      .limit(TOUCHING_LIMIT)
      .select();
    return rows
      .map(toExclusion)
      .sort((a, b) => +a.from - +b.from || (a.id < b.id ? -1 : 1));
  }
}
