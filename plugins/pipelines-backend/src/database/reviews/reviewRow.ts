import { fromDate, toDate } from '../instant';
import { NewStoredReview, StoredReview } from './ReviewStore';

/** A row of the table `reviews`. */
export type ReviewRow = {
  id: string;
  pipeline_ref: string;
  objective: string;
  period: string;
  is_approved: boolean | number;
  comment: string | null;
  by: string;
  at: string;
};

/** The row of a review. */
export function toRow(id: string, review: NewStoredReview): ReviewRow {
  return {
    id,
    pipeline_ref: review.pipelineRef,
    objective: review.objective,
    period: review.period,
    is_approved: review.isApproved,
    comment: review.comment ?? null,
    by: review.by,
    at: fromDate(review.at),
  };
}

/** The review of a row. */
export function toReview(row: ReviewRow): StoredReview {
  return {
    id: row.id,
    pipelineRef: row.pipeline_ref,
    objective: row.objective,
    period: row.period,
    // SQLite has numbers for it.
    isApproved: Boolean(row.is_approved),
    ...(row.comment !== null && { comment: row.comment }),
    by: row.by,
    at: toDate(row.at),
  };
}
