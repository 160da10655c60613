import { Flex } from '@backstage/ui';
import {
  EntityInfoCard,
  EntityRefLink,
  useEntity,
} from '@backstage/plugin-catalog-react';
import {
  isRunbookEntity,
  PipelineEntity,
} from '@techflow/backstage-plugin-pipelines-common';
import { optionalFullRef } from '../../entities';
import { useReferencedEntity } from '../../hooks/useReferencedEntity';
import { LoadFailure } from '../LoadFailure';
import { MissingReference } from '../MissingReference';
import { PeopleSkeleton } from '../PeopleSkeleton';
import { RunbookBody } from '../RunbookBody';
import { RunbookReviewLine } from '../RunbookReviewLine';
import { RunbookRows } from '../RunbookRows';
import { SetupHint } from '../SetupHint';

function ReferencedRunbook(props: { runbookRef: string }) {
  const runbook = useReferencedEntity(props.runbookRef, isRunbookEntity);
  switch (runbook.state) {
    case 'loading':
      return <PeopleSkeleton label="the runbook" />;
    case 'failed':
      return (
        <LoadFailure
          error={runbook.error}
          what="what the runbook says"
          whenNotAllowed="Ask the owner of the pipeline."
          onRetry={runbook.reload}
        />
      );
    default:
      return runbook.value ? (
        <Flex direction="column" gap="3">
          <RunbookReviewLine runbook={runbook.value} />
          <div>
            <RunbookRows runbook={runbook.value} />
          </div>
          <RunbookBody runbook={runbook.value} />
        </Flex>
      ) : (
        <MissingReference
          what="runbook"
          entityRef={props.runbookRef}
          field="spec.runbook"
        />
      );
  }
}

/** Runbook tab on a Pipeline's page: known troubles and what to do about each. */
export function PipelineRunbookContent() {
  const { entity: pipeline } = useEntity<PipelineEntity>();
  const runbookRef = optionalFullRef(pipeline.spec.runbook, {
    kind: 'Runbook',
    from: pipeline,
  });
  if (!runbookRef) {
    return (
      <EntityInfoCard title="Runbook">
        <SetupHint
          title="This pipeline has no runbook."
          yaml={'spec:\n  runbook: profit'}
        >
          Name the runbook that says what to do when it breaks, in the
          pipeline's own file.
        </SetupHint>
      </EntityInfoCard>
    );
  }
  return (
    <EntityInfoCard title={<EntityRefLink entityRef={runbookRef} hideIcon />}>
      <ReferencedRunbook runbookRef={runbookRef} />
    </EntityInfoCard>
  );
}
