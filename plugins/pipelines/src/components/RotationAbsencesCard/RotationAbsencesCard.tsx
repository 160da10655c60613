import { stringifyEntityRef } from '@backstage/catalog-model';
import { Button, Flex, Text } from '@backstage/ui';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { RotationEntity } from '@techflow/backstage-plugin-pipelines-common';
import { useState } from 'react';
import { useNow } from '../../hooks/useNow';
import { useOfRotation } from '../../hooks/useOfRotation';
import { useRotationRights } from '../../hooks/useRotationRights';
import { dateIn } from '../../time';
import { AbsenceForm } from '../AbsenceForm';
import { AbsenceItem } from '../AbsenceItem';
import { PeopleSkeleton } from '../PeopleSkeleton';
import { RotationFailure } from '../RotationFailure';

function Absences({ rotation }: { rotation: RotationEntity }) {
  const rotationRef = stringifyEntityRef(rotation);
  const now = useNow();
  const absences = useOfRotation(rotationRef, 'absences', pipelinesApi =>
    pipelinesApi.getAbsences({ rotationRef }),
  );
  switch (absences.state) {
    case 'loading':
      return <PeopleSkeleton label="absences" count={1} />;
    case 'ready':
      return absences.value.items.length ? (
        <Flex direction="column" gap="4">
          {absences.value.items.map(absence => (
            <AbsenceItem
              key={absence.id}
              rotation={rotation}
              absence={absence}
              now={now}
            />
          ))}
        </Flex>
      ) : (
        <Text as="p" color="secondary">
          No absences are noted.
        </Text>
      );
    default:
      return (
        <RotationFailure
          rotation={rotation}
          error={absences.error}
          what="who is away"
          onRetry={absences.reload}
        />
      );
  }
}

/** Card on a Rotation's page: who is away when, and which shifts that hits. */
export function RotationAbsencesCard() {
  const { entity: rotation } = useEntity<RotationEntity>();
  const now = useNow();
  const { mayChange } = useRotationRights(rotation);
  const [isAdding, setAdding] = useState(false);
  return (
    <EntityInfoCard
      title="Absences"
      headerActions={
        mayChange &&
        !isAdding && (
          <Button
            size="small"
            variant="secondary"
            onPress={() => setAdding(true)}
          >
            Add absence
          </Button>
        )
      }
    >
      <Flex direction="column" gap="4">
        {isAdding && (
          <AbsenceForm
            rotation={rotation}
            today={dateIn(rotation.spec.handoff.timeZone, now)}
            onClose={() => setAdding(false)}
          />
        )}
        <Absences key={stringifyEntityRef(rotation)} rotation={rotation} />
      </Flex>
    </EntityInfoCard>
  );
}
