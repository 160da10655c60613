import { Flex, Text } from '@backstage/ui';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  PipelineEntity,
  zonePlace,
} from '@techflow/backstage-plugin-pipelines-common';
import { PromiseInWords, usePromises } from '../../hooks/usePromises';
import { DataColumn, DataTable } from '../DataTable';
import { MonitorList } from '../MonitorList';
import { NoPromises } from '../NoPromises';
import { StateChip } from '../StateChip';

const COLUMNS: DataColumn<PromiseInWords>[] = [
  {
    id: 'promise',
    label: 'Promise',
    isRowHeader: true,
    cell: promise => (
      <>
        <Text as="div" weight="bold">
          {promise.title}
        </Text>
        <Text as="div">{promise.sentence}</Text>
        {promise.description && (
          <Text as="div" variant="body-small" color="secondary">
            {promise.description}
          </Text>
        )}
      </>
    ),
  },
  {
    id: 'target',
    label: 'Target',
    cell: promise => (
      <>
        {promise.target}
        {promise.grace && (
          <Text as="div" variant="body-small" color="secondary">
            {promise.grace}
          </Text>
        )}
      </>
    ),
  },
  {
    id: 'state',
    label: 'State',
    cell: () => <StateChip state="pending" />,
  },
];

/** SLA tab on a Pipeline's page: its promises, and the monitors that warn. */
export function PipelineSlaContent() {
  const { entity: pipeline } = useEntity<PipelineEntity>();
  const { promises, monitors, timeZone } = usePromises(pipeline);
  return (
    <Flex direction="column" gap="4">
      <EntityInfoCard
        title="Promises"
        headerActions={
          timeZone && (
            <Text variant="body-small" color="secondary">
              deadlines in {zonePlace(timeZone)} time
            </Text>
          )
        }
      >
        {promises.length ? (
          <DataTable label="Promises" columns={COLUMNS} rows={promises} />
        ) : (
          <NoPromises />
        )}
      </EntityInfoCard>
      <EntityInfoCard title="Monitors">
        <MonitorList monitors={monitors} />
      </EntityInfoCard>
    </Flex>
  );
}
