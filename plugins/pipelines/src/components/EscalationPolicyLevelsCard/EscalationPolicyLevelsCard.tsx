import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { EscalationPolicyEntity } from '@techflow/backstage-plugin-pipelines-common';
import { escalationSteps } from '../../entities';
import { EscalationSteps } from '../EscalationSteps';

/** Card on an EscalationPolicy's page: who is told, level by level. */
export function EscalationPolicyLevelsCard() {
  const { entity: policy } = useEntity<EscalationPolicyEntity>();
  return (
    <EntityInfoCard title="Who is told, level by level">
      <EscalationSteps isResolved={false} steps={escalationSteps(policy)} />
    </EntityInfoCard>
  );
}
