import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { useLoaded } from './useLoaded';

/** Entity references of the reader and of the groups he is in, once known. */
export function useMemberships(): readonly string[] {
  const identityApi = useApi(identityApiRef);
  const identity = useLoaded('identity', () =>
    identityApi.getBackstageIdentity(),
  );
  return identity.state === 'ready' ? identity.value.ownershipEntityRefs : [];
}
