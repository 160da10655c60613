import { Alert, Flex } from '@backstage/ui';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import { ingestReadPermission } from '@techflow/backstage-plugin-pipelines-common';
import { FailingQuestions } from '../FailingQuestions';
import { LinesSkeleton } from '../LinesSkeleton';
import { RefusalList } from '../RefusalList';
import { SenderList } from '../SenderList';
import { ToolSettings } from '../ToolSettings';
import { UnclaimedJobs } from '../UnclaimedJobs';

/** What tools send and what to set so that they do, for `/pipelines/setup`. */
export function SetupPage() {
  const { loading, allowed } = usePermission({
    permission: ingestReadPermission,
  });
  if (loading) return <LinesSkeleton label="the setup" />;
  if (!allowed) {
    return (
      <Alert
        status="info"
        icon
        title="You may not see what tools send."
        description="It tells of all pipelines, also of those you may not see. Ask whoever looks after this portal for the permission pipelines.ingest.read."
      />
    );
  }
  return (
    <Flex direction="column" gap="4">
      <EntityInfoCard title="Jobs that no pipeline claims">
        <UnclaimedJobs />
      </EntityInfoCard>
      <EntityInfoCard title="Senders">
        <SenderList />
      </EntityInfoCard>
      <EntityInfoCard title="Refused">
        <RefusalList />
      </EntityInfoCard>
      <EntityInfoCard title="Questions that fail">
        <FailingQuestions />
      </EntityInfoCard>
      <EntityInfoCard title="Settings to copy">
        <ToolSettings />
      </EntityInfoCard>
    </Flex>
  );
}
