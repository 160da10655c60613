import { Text } from '@backstage/ui';
import {
  durationToWords,
  RunbookEntity,
} from '@techflow/backstage-plugin-pipelines-common';
import { useNow } from '../../hooks/useNow';
import { dateWords } from '../../time';
import { RunbookReviewState } from '../RunbookReviewState';

/** What the schema fills in where a runbook says nothing. */
const DEFAULT_REVIEW_EVERY = '90d';

/** When a runbook was last read through, and how often it must be. */
export function RunbookReviewLine(props: { runbook: RunbookEntity }) {
  const now = useNow();
  const { spec } = props.runbook;
  const every = durationToWords(spec.reviewEvery ?? DEFAULT_REVIEW_EVERY);
  return (
    <Text as="p" variant="body-small" color="secondary">
      {spec.lastReviewed && (
        <>Last reviewed {dateWords(spec.lastReviewed, { now })}, </>
      )}
      <RunbookReviewState spec={spec} now={now} /> · to be reviewed every{' '}
      {every}
    </Text>
  );
}
