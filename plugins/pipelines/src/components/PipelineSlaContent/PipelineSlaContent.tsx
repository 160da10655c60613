import { stringifyEntityRef } from '@backstage/catalog-model';
import { Flex } from '@backstage/ui';
import { useEntity } from '@backstage/plugin-catalog-react';
import { PipelineEntity } from '@techflow/backstage-plugin-pipelines-common';
import { useAddressMonth } from '../../hooks/useAddressMonth';
import { usePipelineSla } from '../../hooks/usePipelineSla';
import { usePromises } from '../../hooks/usePromises';
import { ExclusionsCard } from '../ExclusionsCard';
import { MonitorsCard } from '../MonitorsCard';
import { ReviewsCard } from '../ReviewsCard';
import { PromisesCard } from './PromisesCard';

function SlaOf({ pipeline }: { pipeline: PipelineEntity }) {
  const { promises, monitors, timeZone = 'UTC' } = usePromises(pipeline);
  const [month] = useAddressMonth();
  const sla = usePipelineSla(stringifyEntityRef(pipeline), month);
  const known = sla.loaded.state === 'ready' ? sla.loaded.value : undefined;
  const hasRules = promises.length > 0 || monitors.length > 0;
  return (
    <Flex direction="column" gap="4">
      <PromisesCard
        pipeline={pipeline}
        promises={promises}
        timeZone={timeZone}
        sla={sla}
      />
      {promises.some(({ type }) => type === 'review') && (
        <ReviewsCard
          pipeline={pipeline}
          promises={promises}
          timeZone={timeZone}
          sla={known}
          onChange={sla.renew}
        />
      )}
      <MonitorsCard pipeline={pipeline} monitors={monitors} sla={known} />
      {hasRules && (
        <ExclusionsCard
          pipeline={pipeline}
          promises={promises}
          monitors={monitors}
          timeZone={timeZone}
          onChange={sla.renew}
        />
      )}
    </Flex>
  );
}

/**
 * SLA tab on a Pipeline's page: its promises month by month with their evidence,
 * reviews to sign, monitors that warn, and times that do not count.
 */
export function PipelineSlaContent() {
  const { entity: pipeline } = useEntity<PipelineEntity>();
  return <SlaOf key={stringifyEntityRef(pipeline)} pipeline={pipeline} />;
}
