import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { RunbookEntity } from '@techflow/backstage-plugin-pipelines-common';
import { RunbookReviewLine } from '../RunbookReviewLine';

/** Card on a Runbook's page: whether it was read through lately. */
export function RunbookReviewCard() {
  const { entity: runbook } = useEntity<RunbookEntity>();
  return (
    <EntityInfoCard title="Review">
      <RunbookReviewLine runbook={runbook} />
    </EntityInfoCard>
  );
}
