import { randomUUID } from 'node:crypto';
import { DatabaseService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { noteArrivals } from '../arrivals/noteArrivals';
import { lockPipeline } from '../exclusions/lockPipeline';
import { inChunks } from '../inChunks';
import { fromDate } from '../instant';
import { inTransaction } from '../inTransaction';
import { ReviewRow, toReview, toRow } from './reviewRow';
import {
  NewStoredReview,
  ReviewPosition,
  ReviewStore,
  StoredReview,
} from './ReviewStore';

function reviews(knex: Knex) {
  return knex<ReviewRow>('reviews');
}

/** What was said about the same period, newest first. */
function saidOf(
  trx: Knex.Transaction,
  { pipelineRef, objective, period }: NewStoredReview,
) {
  return reviews(trx)
    .where({ pipeline_ref: pipelineRef, objective, period })
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ]);
}

async function refuseTooMany(
  trx: Knex.Transaction,
  review: NewStoredReview,
  most: number,
): Promise<void> {
  const said = await saidOf(trx, review).limit(most).select('id');
  if (said.length < most) return;
  const { pipelineRef, objective, period } = review;
  throw new ConflictError(
    `${period} of ${objective} of ${pipelineRef} was reviewed ${most} times, which is the most there may be`,
  );
}

function isSame(one: NewStoredReview, other: NewStoredReview): boolean {
  return (
    one.by === other.by &&
    one.isApproved === other.isApproved &&
    one.comment === other.comment
  );
}

/** {@link ReviewStore} on SQLite and PostgreSQL. */
export class KnexReviewStore implements ReviewStore {
  readonly #knex: Knex;

  static async create(options: { database: DatabaseService }) {
    return new KnexReviewStore(await options.database.getClient());
  }

  /**
   * What was said of many pipelines, by pipeline, time and id; for judging, in its
   * transaction or not.
   *
   * @param options - `since`: the begin of the first period to be judged; nothing
   *   is said about a period before it begins. Absent: all that was ever said
   */
  static async allFor(
    knex: Knex,
    options: { pipelineRefs: readonly string[]; since?: Date },
  ): Promise<StoredReview[]> {
    const { pipelineRefs, since } = options;
    const rows = await inChunks(pipelineRefs, refs => {
      const query = reviews(knex)
        .whereIn('pipeline_ref', refs)
        .orderBy(['pipeline_ref', 'at', 'id']);
      if (since) query.andWhere('at', '>=', fromDate(since));
      return query.select();
    });
    return rows.map(toReview);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(options: {
    review: NewStoredReview;
    touchedFrom: Date;
    most: number;
  }): Promise<{ review: StoredReview; isNew: boolean }> {
    const { review, touchedFrom, most } = options;
    const { pipelineRef, period, by, comment } = review;
    return inTransaction(this.#knex, async trx => {
      await lockPipeline(trx, { what: 'reviews', pipelineRef });
      const found = await saidOf(trx, review).first();
      const last = found && toReview(found);
      if (last && isSame(last, review)) return { review: last, isNew: false };
      await refuseTooMany(trx, review, most);
      const at = new Date(Math.max(+review.at, last ? +last.at + 1 : 0));
      const row = toRow(randomUUID(), { ...review, at });
      await reviews(trx).insert(row);
      const earlier = touchedFrom < at ? touchedFrom : at;
      await noteArrivals(trx, {
        arrivals: [
          {
            subject: pipelineRef,
            facts: { review: fromDate(earlier) },
            by,
            // Only who signs off may leave out the words.
            reason: comment ?? `Signed off ${period}`,
          },
        ],
        receivedAt: review.at,
      });
      return { review: toReview(row), isNew: true };
    });
  }

  async list(options: {
    pipelineRef: string;
    limit: number;
    after?: ReviewPosition;
  }): Promise<StoredReview[]> {
    const { pipelineRef, limit, after } = options;
    const query = reviews(this.#knex)
      .where({ pipeline_ref: pipelineRef })
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    if (after) {
      const position = [fromDate(after.at), after.id];
      query.whereRaw('("at", id) < (?, ?)', position);
    }
    const rows = await query.select();
    return rows.map(toReview);
  }
}
