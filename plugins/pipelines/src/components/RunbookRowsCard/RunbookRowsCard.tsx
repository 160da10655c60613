import { Flex } from '@backstage/ui';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { RunbookEntity } from '@techflow/backstage-plugin-pipelines-common';
import { RunbookBody } from '../RunbookBody';
import { RunbookRows } from '../RunbookRows';

/** Card on a Runbook's page: known troubles and what to do about each. */
export function RunbookRowsCard() {
  const { entity: runbook } = useEntity<RunbookEntity>();
  return (
    <EntityInfoCard title="Known troubles">
      <Flex direction="column" gap="3">
        <div>
          <RunbookRows runbook={runbook} />
        </div>
        <RunbookBody runbook={runbook} />
      </Flex>
    </EntityInfoCard>
  );
}
