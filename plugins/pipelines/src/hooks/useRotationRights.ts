import { stringifyEntityRef } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  RotationEntity,
  rotationChangePermission,
} from '@techflow/backstage-plugin-pipelines-common';
import { fullRef } from '../entities';
import { useLoaded } from './useLoaded';

/** What the reader may do in a rotation. The backend decides; this hides buttons. */
export interface RotationRights {
  /** Entity reference of the reader, once known. */
  userRef?: string;
  /** Takes duty himself. */
  isMember: boolean;
  /** Belongs to the group that owns the rotation, and may act for others. */
  isOwner: boolean;
  /** May propose and cover at all. */
  mayChange: boolean;
}

const NONE: RotationRights = {
  isMember: false,
  isOwner: false,
  mayChange: false,
};

/** Entity references of a rotation's members, in order. */
export function memberRefs(rotation: RotationEntity): string[] {
  return rotation.spec.members.map(member =>
    fullRef(member, { kind: 'User', from: rotation }),
  );
}

/** What the reader may do: by permission, who he is and which groups he counts to. */
export function useRotationRights(rotation: RotationEntity): RotationRights {
  const identityApi = useApi(identityApiRef);
  const identity = useLoaded('identity', () =>
    identityApi.getBackstageIdentity(),
  );
  const { allowed } = usePermission({
    permission: rotationChangePermission,
    resourceRef: stringifyEntityRef(rotation),
  });
  if (identity.state !== 'ready') return NONE;
  const { userEntityRef, ownershipEntityRefs } = identity.value;
  const ownerRef = fullRef(rotation.spec.owner, {
    kind: 'Group',
    from: rotation,
  });
  const isMember = memberRefs(rotation).includes(userEntityRef);
  const isOwner = allowed && ownershipEntityRefs.includes(ownerRef);
  return {
    userRef: userEntityRef,
    isMember,
    isOwner,
    mayChange: allowed && (isMember || isOwner),
  };
}
