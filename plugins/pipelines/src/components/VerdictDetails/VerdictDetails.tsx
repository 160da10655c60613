import { Link } from '@backstage/core-components';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { Flex, Text } from '@backstage/ui';
import {
  Exclusion,
  PipelineEntity,
  Verdict,
} from '@techflow/backstage-plugin-pipelines-common';
import { ReactNode } from 'react';
import { usePipelineTab } from '../../hooks/usePipelineTab';
import { evidenceWords, factWords, VerdictReading } from '../../verdicts';
import { EntityNames } from '../EntityNames';
import { Quiet } from '../Quiet';
import { StateChip } from '../StateChip';

function runOf({ evidence }: Verdict): string | undefined {
  return 'runId' in evidence ? evidence.runId : undefined;
}

/** How something stands and why: chip, evidence in sentences, its run, exclusions. */
export function VerdictDetails(props: {
  pipeline: PipelineEntity;
  verdict: Verdict;
  reading: VerdictReading;
  /** Those that are known; the verdict names its own by id. */
  exclusions: readonly Exclusion[];
  /** Names what is judged, such as the time of a slot. */
  children?: ReactNode;
}) {
  const { pipeline, verdict, reading, exclusions, children } = props;
  const tab = usePipelineTab();
  const runId = runOf(verdict);
  const excludedBy = exclusions.filter(({ id }) =>
    verdict.exclusionIds?.includes(id),
  );
  return (
    <Flex direction="column" gap="1">
      <Flex gap="2" align="center" style={{ flexWrap: 'wrap' }}>
        <StateChip state={verdict.state}>
          {factWords(verdict, reading)}
        </StateChip>
        {children}
      </Flex>
      {evidenceWords(verdict, reading).map(sentence => (
        <Text as="p" key={sentence} style={{ overflowWrap: 'anywhere' }}>
          {sentence}
        </Text>
      ))}
      {excludedBy.map(({ id, type, reason, author }) => (
        <Quiet key={id}>
          {type}: {reason}, by <EntityNames refs={[author]} />
        </Quiet>
      ))}
      {runId && (
        <div>
          <Link to={tab(stringifyEntityRef(pipeline), 'runs', { run: runId })}>
            Show the run
          </Link>
        </div>
      )}
    </Flex>
  );
}
