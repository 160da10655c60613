import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { RotationsOnCall } from '../RotationsOnCall';

/** Who is on call everywhere, for `/pipelines/on-call`. */
export function OnCallPage() {
  return (
    <EntityInfoCard title="On call">
      <RotationsOnCall />
    </EntityInfoCard>
  );
}
