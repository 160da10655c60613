import { Flex } from '@backstage/ui';
import { useEntity } from '@backstage/plugin-catalog-react';
import { PipelineEntity } from '@techflow/backstage-plugin-pipelines-common';
import { FiguresCard } from '../FiguresCard';
import { FiringAlerts } from '../FiringAlerts';
import { LinkedRun } from '../LinkedRun';
import { RunsCard } from '../RunsCard';

/**
 * Runs tab on a Pipeline's page: the run that a link names, alerts that fire, runs,
 * and measured figures.
 */
export function PipelineRunsContent() {
  const { entity: pipeline } = useEntity<PipelineEntity>();
  return (
    <Flex direction="column" gap="4">
      <LinkedRun pipeline={pipeline} />
      <FiringAlerts pipeline={pipeline} />
      <RunsCard pipeline={pipeline} />
      <FiguresCard pipeline={pipeline} />
    </Flex>
  );
}
