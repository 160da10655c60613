import {
  durationToMillis,
  RunbookSpec,
} from '@techflow/backstage-plugin-pipelines-common';
import { DateTime } from 'luxon';

/** What the schema fills in where a runbook says nothing. */
const DEFAULT_REVIEW_EVERY = '90d';

const DAY = 24 * 60 * 60 * 1000;

/** How a runbook stands with its reviews, in whole calendar days. */
export type RunbookReview =
  | { state: 'never' }
  | { state: 'current'; ageDays: number; dueInDays: number }
  | { state: 'overdue'; ageDays: number; overdueDays: number };

/**
 * Whether a runbook was read through lately enough. `lastReviewed` is a
 * calendar date, so days are counted between dates in the reader's zone.
 */
export function runbookReview(
  {
    lastReviewed,
    reviewEvery,
  }: Pick<RunbookSpec, 'lastReviewed' | 'reviewEvery'>,
  now: number,
): RunbookReview {
  if (!lastReviewed) return { state: 'never' };
  const today = DateTime.fromMillis(now).startOf('day');
  const reviewed = DateTime.fromISO(lastReviewed).startOf('day');
  const ageDays = Math.max(
    0,
    Math.floor(today.diff(reviewed, 'days').as('days')),
  );
  const everyDays = Math.ceil(
    durationToMillis(reviewEvery ?? DEFAULT_REVIEW_EVERY) / DAY,
  );
  return ageDays > everyDays
    ? { state: 'overdue', ageDays, overdueDays: ageDays - everyDays }
    : { state: 'current', ageDays, dueInDays: everyDays - ageDays };
}

/** "12 days ago", "yesterday", "today". */
export function ageWords(days: number): string {
  if (days === 0) return 'today';
  return days === 1 ? 'yesterday' : `${days} days ago`;
}

/** "1 day", "9 days". */
export function dayCount(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
