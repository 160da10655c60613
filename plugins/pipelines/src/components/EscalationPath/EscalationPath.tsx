import { Flex, Text } from '@backstage/ui';
import { EntityInfoCard, EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  isEscalationPolicyEntity,
  PipelineEntity,
} from '@techflow/backstage-plugin-pipelines-common';
import { escalationSteps, optionalFullRef } from '../../entities';
import { useNow } from '../../hooks/useNow';
import { useOnCall } from '../../hooks/useOnCall';
import { useReferencedEntity } from '../../hooks/useReferencedEntity';
import { EscalationSteps } from '../EscalationSteps';
import { LoadFailure } from '../LoadFailure';
import { MissingReference } from '../MissingReference';
import { PeopleSkeleton } from '../PeopleSkeleton';
import { SetupHint } from '../SetupHint';

type PathProps = { pipeline: PipelineEntity; policyRef: string };

function Steps(
  props: PathProps & { onCallRef?: string; isOnCallUnknown?: boolean },
) {
  const { pipeline, policyRef, onCallRef, isOnCallUnknown } = props;
  const policy = useReferencedEntity(policyRef, isEscalationPolicyEntity);
  switch (policy.state) {
    case 'loading':
      return <PeopleSkeleton label="the escalation path" count={1} />;
    case 'failed':
      return (
        <LoadFailure
          error={policy.error}
          what="who is told"
          whenNotAllowed="Ask the owner of the escalation policy."
          onRetry={policy.reload}
        />
      );
    default:
      return policy.value ? (
        <EscalationSteps
          isResolved
          isOnCallUnknown={isOnCallUnknown}
          steps={escalationSteps(policy.value, { pipeline, onCallRef })}
        />
      ) : (
        <MissingReference
          what="escalation policy"
          entityRef={policyRef}
          field="spec.escalationPolicy"
        />
      );
  }
}

function StepsWithOnCall(props: PathProps & { rotationRef: string }) {
  const { rotationRef, ...path } = props;
  const now = useNow();
  const onCall = useOnCall({ rotationRef, now });
  // Who is on call may be unknown; the rest of the path is worth showing still.
  const onCallRef =
    onCall.state === 'ready' ? onCall.value.current?.primary : undefined;
  return onCall.state === 'loading' ? (
    <PeopleSkeleton label="the escalation path" count={1} />
  ) : (
    <Steps
      {...path}
      onCallRef={onCallRef}
      isOnCallUnknown={onCall.state === 'failed'}
    />
  );
}

/** Card: the steps by which an issue of this pipeline reaches people, names resolved. */
export function EscalationPath(props: { pipeline: PipelineEntity }) {
  const { pipeline } = props;
  const policyRef = optionalFullRef(pipeline.spec.escalationPolicy, {
    kind: 'EscalationPolicy',
    from: pipeline,
  });
  const rotationRef = optionalFullRef(pipeline.spec.rotation, {
    kind: 'Rotation',
    from: pipeline,
  });
  const title = 'Who is told when something breaks here';
  if (!policyRef) {
    return (
      <EntityInfoCard title={title}>
        <SetupHint
          title="Nobody is told next when the first person does not answer."
          yaml={'spec:\n  escalationPolicy: data-pipelines'}
        >
          Name an escalation policy in the pipeline's own file.
        </SetupHint>
      </EntityInfoCard>
    );
  }
  return (
    <EntityInfoCard
      title={title}
      headerActions={
        <Text variant="body-small">
          <EntityRefLink entityRef={policyRef} hideIcon />
        </Text>
      }
    >
      <Flex direction="column">
        {rotationRef ? (
          <StepsWithOnCall
            pipeline={pipeline}
            policyRef={policyRef}
            rotationRef={rotationRef}
          />
        ) : (
          <Steps pipeline={pipeline} policyRef={policyRef} />
        )}
      </Flex>
    </EntityInfoCard>
  );
}
