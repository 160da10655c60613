import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { RotationsOnCall } from '../RotationsOnCall';

/** Card on a Group's page: the rotations it owns, and who is on now. */
export function GroupRotationsCard() {
  const { entity: group } = useEntity();
  const groupRef = stringifyEntityRef(group);
  return (
    <EntityInfoCard title="On call">
      <RotationsOnCall key={groupRef} ownerRef={groupRef} />
    </EntityInfoCard>
  );
}
