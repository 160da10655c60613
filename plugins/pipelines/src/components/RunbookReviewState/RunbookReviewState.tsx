import { RunbookSpec } from '@techflow/backstage-plugin-pipelines-common';
import { ageWords, dayCount, runbookReview } from '../../time';
import { StateChip } from '../StateChip';

/** How long ago a runbook was read through, marked when that is too long. */
export function RunbookReviewState(props: {
  spec: Pick<RunbookSpec, 'lastReviewed' | 'reviewEvery'>;
  now: number;
}) {
  const review = runbookReview(props.spec, props.now);
  switch (review.state) {
    case 'never':
      return <StateChip state="at-risk">never reviewed</StateChip>;
    case 'overdue':
      return (
        <>
          {ageWords(review.ageDays)}{' '}
          <StateChip state="at-risk">
            overdue by {dayCount(review.overdueDays)}
          </StateChip>
        </>
      );
    default:
      return <>{ageWords(review.ageDays)}</>;
  }
}
