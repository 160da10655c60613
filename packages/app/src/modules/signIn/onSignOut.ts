import { IdentityApi } from '@backstage/core-plugin-api';

/** The same identity, which calls back when it is given up. */
export function onSignOut(
  identity: IdentityApi,
  callback: () => void,
): IdentityApi {
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    signOut: async () => {
      callback();
      await identity.signOut();
    },
  };
}
