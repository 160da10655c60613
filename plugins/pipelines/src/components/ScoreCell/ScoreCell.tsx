import { Objective, Score } from '@techflow/backstage-plugin-pipelines-common';
import { scoreWords } from '../../verdicts';
import { Quiet } from '../Quiet';
import { StateChip } from '../StateChip';

/** What a promise came to in a month: its counts, with a chip where it was missed. */
export function ScoreCell(props: {
  score: Score | undefined;
  type: Objective['type'];
}) {
  const { main, more, state } = scoreWords(props.score, props.type);
  return (
    <span style={{ fontVariantNumeric: 'tabular-nums' }}>
      {state ? <StateChip state={state}>{main}</StateChip> : main}
      {more.map(words => (
        <Quiet key={words}>{words}</Quiet>
      ))}
    </span>
  );
}
