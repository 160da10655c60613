import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { useLoaded } from './useLoaded';

/** Entity reference of the reader, once known. */
export function useReader(): string | undefined {
  const identityApi = useApi(identityApiRef);
  const identity = useLoaded('identity', () =>
    identityApi.getBackstageIdentity(),
  );
  return identity.state === 'ready' ? identity.value.userEntityRef : undefined;
}
