import { stringifyEntityRef } from '@backstage/catalog-model';
import { Flex } from '@backstage/ui';
import { useEntity } from '@backstage/plugin-catalog-react';
import { PipelineEntity } from '@techflow/backstage-plugin-pipelines-common';
import { EscalationPath } from '../EscalationPath';
import { OwnershipMatrix } from '../OwnershipMatrix';

/** Ownership tab on a Pipeline's page: all pipelines, then this one's escalation path. */
export function PipelineOwnershipContent() {
  const { entity: pipeline } = useEntity<PipelineEntity>();
  return (
    <Flex direction="column" gap="4">
      <OwnershipMatrix selfRef={stringifyEntityRef(pipeline)} />
      <EscalationPath pipeline={pipeline} />
    </Flex>
  );
}
