import { Verdict } from '@techflow/backstage-plugin-pipelines-common';
import { dueWords, factWords, VerdictReading } from '../../verdicts';
import { StateChip } from '../StateChip';

/** How a promise or monitor stands now, with its fact: "✔ 3 h old". */
export function NowChip(
  props: VerdictReading & {
    /** Absent before it was judged the first time. */
    verdict?: Verdict;
    /** The next deadline, where there is one. */
    dueAt?: string;
  },
) {
  const { verdict, dueAt, ...reading } = props;
  if (!verdict) return <StateChip state="pending">not judged yet</StateChip>;
  const hasNothingYet =
    verdict.state === 'pending' && verdict.evidence.type === 'none';
  return (
    <StateChip state={verdict.state}>
      {hasNothingYet && dueAt
        ? dueWords(dueAt, reading.now)
        : factWords(verdict, reading)}
    </StateChip>
  );
}
