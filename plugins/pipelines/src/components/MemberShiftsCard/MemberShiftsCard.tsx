import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { useReader } from '../../hooks/useReader';
import { MemberShiftList } from '../MemberShiftList';

/** Card on a User's page: when this person is on call next. */
export function MemberShiftsCard() {
  const { entity: user } = useEntity();
  const member = stringifyEntityRef(user);
  const reader = useReader();
  return (
    <EntityInfoCard
      title={reader === member ? 'My next shifts' : 'Next shifts'}
    >
      <MemberShiftList key={member} member={member} />
    </EntityInfoCard>
  );
}
