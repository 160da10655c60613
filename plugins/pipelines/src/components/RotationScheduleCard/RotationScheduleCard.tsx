import { stringifyEntityRef } from '@backstage/catalog-model';
import { Alert, Button, Flex, Text } from '@backstage/ui';
import {
  EntityInfoCard,
  EntityRefLink,
  useEntity,
} from '@backstage/plugin-catalog-react';
import {
  RotationEntity,
  Shift,
  zonePlace,
} from '@techflow/backstage-plugin-pipelines-common';
import { useMemo } from 'react';
import { fullRef } from '../../entities';
import { useNow } from '../../hooks/useNow';
import { UpcomingShifts, useShifts } from '../../hooks/useShifts';
import { DataColumn, DataTable } from '../DataTable';
import { EntityNames } from '../EntityNames';
import { Instant } from '../Instant';
import { LoadFailure } from '../LoadFailure';
import { PeopleSkeleton } from '../PeopleSkeleton';
import { PersonAvatar } from '../PersonAvatar';

type Row = Shift & { id: string };

function ShiftTable(props: { upcoming: UpcomingShifts }) {
  const { shifts, timeZone, later } = props.upcoming;
  const now = useNow();
  const rows = useMemo(
    () => shifts.map(shift => ({ ...shift, id: shift.start })),
    [shifts],
  );
  const running = rows.find(
    ({ start, end }) => Date.parse(start) <= now && now < Date.parse(end),
  );
  const columns: DataColumn<Row>[] = [
    {
      id: 'person',
      label: 'On call',
      isRowHeader: true,
      cell: shift => (
        <Flex gap="2" align="center" style={{ whiteSpace: 'nowrap' }}>
          <PersonAvatar entityRef={shift.primary} small />
          <EntityRefLink entityRef={shift.primary} hideIcon />
          {shift.id === running?.id && (
            <Text variant="body-small" color="secondary">
              now
            </Text>
          )}
        </Flex>
      ),
    },
    {
      id: 'from',
      label: 'From',
      cell: shift => <Instant at={shift.start} timeZone={timeZone} now={now} />,
    },
    {
      id: 'until',
      label: 'Until',
      cell: shift => <Instant at={shift.end} timeZone={timeZone} now={now} />,
    },
    {
      id: 'why',
      label: 'Why',
      cell: shift => shift.reasons.map(({ text }) => text).join('; '),
    },
  ];
  if (!rows.length) {
    return <Text as="p">No shifts begin within a year from now.</Text>;
  }
  return (
    <Flex direction="column" gap="3" align="start">
      <div style={{ width: '100%' }}>
        <DataTable
          label="Upcoming shifts"
          columns={columns}
          rows={rows}
          markedId={running?.id}
        />
      </div>
      {later?.error && (
        <Alert
          status="danger"
          icon
          title="Later shifts could not be fetched."
          description={later.error.message}
        />
      )}
      {later && (
        <Button
          size="small"
          variant="secondary"
          isPending={later.isLoading}
          onPress={later.show}
        >
          Show later shifts
        </Button>
      )}
    </Flex>
  );
}

function Schedule(props: { rotation: RotationEntity; rotationRef: string }) {
  const { rotation, rotationRef } = props;
  const upcoming = useShifts(rotationRef);
  const ownerRef = fullRef(rotation.spec.owner, {
    kind: 'Group',
    from: rotation,
  });
  switch (upcoming.state) {
    case 'loading':
      return <PeopleSkeleton label="shifts" count={4} />;
    case 'ready':
      return <ShiftTable upcoming={upcoming.value} />;
    default:
      return (
        <LoadFailure
          error={upcoming.error}
          what="which shifts there are"
          onRetry={upcoming.reload}
          whenNotAllowed={
            <>
              Ask <EntityNames refs={[ownerRef]} />, or whoever looks after this
              portal, for the permission pipelines.rotation.read.
            </>
          }
        />
      );
  }
}

/** Card on a Rotation's page: the shifts to come, each with why it is so. */
export function RotationScheduleCard() {
  const { entity: rotation } = useEntity<RotationEntity>();
  const rotationRef = stringifyEntityRef(rotation);
  return (
    <EntityInfoCard
      title="Upcoming shifts"
      headerActions={
        <Text variant="body-small" color="secondary">
          handed over in {zonePlace(rotation.spec.handoff.timeZone)} time
        </Text>
      }
    >
      <Schedule
        key={rotationRef}
        rotation={rotation}
        rotationRef={rotationRef}
      />
    </EntityInfoCard>
  );
}
