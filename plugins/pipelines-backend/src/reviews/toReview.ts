import type { Review } from '@techflow/backstage-plugin-pipelines-common';
import { StoredReview } from '../database/reviews/ReviewStore';

/** A review as the API answers it. */
export function toReview(stored: StoredReview): Review {
  return { ...stored, at: stored.at.toISOString() };
}
