import { Flex, Text } from '@backstage/ui';
import {
  EntityInfoCard,
  EntityRefLink,
  useEntity,
} from '@backstage/plugin-catalog-react';
import {
  isEscalationPolicyEntity,
  isRotationEntity,
  PipelineEntity,
} from '@techflow/backstage-plugin-pipelines-common';
import { escalationSteps, fullRef, optionalFullRef } from '../../entities';
import { useNow } from '../../hooks/useNow';
import { useOnCall } from '../../hooks/useOnCall';
import { useReferencedEntity } from '../../hooks/useReferencedEntity';
import { EscalationSentence } from '../EscalationSentence';
import { AllHandsBanner } from '../AllHandsBanner';
import { OnCallAnswer } from '../OnCallAnswer';
import { RotationActions } from '../RotationActions';
import { SetupHint } from '../SetupHint';

function Escalation(props: { pipeline: PipelineEntity; onCallRef?: string }) {
  const { pipeline, onCallRef } = props;
  const policy = useReferencedEntity(
    optionalFullRef(pipeline.spec.escalationPolicy, {
      kind: 'EscalationPolicy',
      from: pipeline,
    }),
    isEscalationPolicyEntity,
  );
  // The card is about who is on call; without a policy it says nothing of one.
  if (policy.state !== 'ready' || !policy.value) return null;
  return (
    <EscalationSentence
      steps={escalationSteps(policy.value, { pipeline, onCallRef })}
    />
  );
}

function RotationOnCall(props: {
  pipeline: PipelineEntity;
  rotationRef: string;
}) {
  const { pipeline, rotationRef } = props;
  const now = useNow();
  const onCall = useOnCall({ rotationRef, now });
  const rotation = useReferencedEntity(rotationRef, isRotationEntity);
  return (
    <Flex direction="column" gap="3">
      <AllHandsBanner
        rotationRef={rotationRef}
        rotation={rotation.state === 'ready' ? rotation.value : undefined}
      />
      <OnCallAnswer
        rotationRef={rotationRef}
        onCall={onCall}
        now={now}
        askRef={fullRef(pipeline.spec.owner, { kind: 'Group', from: pipeline })}
      />
      <Escalation
        pipeline={pipeline}
        onCallRef={
          onCall.state === 'ready' ? onCall.value.current?.primary : undefined
        }
      />
      {rotation.state === 'ready' && rotation.value && (
        <RotationActions rotation={rotation.value} withCalendar />
      )}
    </Flex>
  );
}

/** Card on a Pipeline's page: who is on call for it, and whom to wake next. */
export function PipelineOnCallCard() {
  const { entity: pipeline } = useEntity<PipelineEntity>();
  const rotationRef = optionalFullRef(pipeline.spec.rotation, {
    kind: 'Rotation',
    from: pipeline,
  });
  if (!rotationRef) {
    return (
      <EntityInfoCard title="On call">
        <SetupHint
          title="Nobody is on call for this pipeline."
          yaml={'spec:\n  rotation: data-engineering'}
        >
          Name the rotation whose members answer for it, in the pipeline's own
          file.
        </SetupHint>
      </EntityInfoCard>
    );
  }
  return (
    <EntityInfoCard
      title="On call"
      headerActions={
        <Text variant="body-small">
          <EntityRefLink entityRef={rotationRef} hideIcon />
        </Text>
      }
    >
      <RotationOnCall pipeline={pipeline} rotationRef={rotationRef} />
    </EntityInfoCard>
  );
}
