import { Flex } from '@backstage/ui';
import { useEntity } from '@backstage/plugin-catalog-react';
import { PipelineEntity } from '@techflow/backstage-plugin-pipelines-common';
import { FiguresCard } from '../FiguresCard';
import { FiringAlerts } from '../FiringAlerts';
import { RunsCard } from '../RunsCard';

/** Runs tab on a Pipeline's page: alerts that fire, runs, and measured figures. */
export function PipelineRunsContent() {
  const { entity: pipeline } = useEntity<PipelineEntity>();
  return (
    <Flex direction="column" gap="4">
      <FiringAlerts pipeline={pipeline} />
      <RunsCard pipeline={pipeline} />
      <FiguresCard pipeline={pipeline} />
    </Flex>
  );
}
