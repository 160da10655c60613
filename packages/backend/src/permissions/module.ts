import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { GuestsOnlyReadPolicy } from './GuestsOnlyReadPolicy';

/** Who the guest provider signs a guest in as when no config says so. */
const DEFAULT_GUEST = 'user:development/guest';

/** Gives the demo portal its permission policy. */
export const permissionModuleDemoPolicy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'demo-policy',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        policy: policyExtensionPoint,
      },
      async init({ auth, config, policy }) {
        const guestRef =
          config.getOptionalString('auth.providers.guest.userEntityRef') ??
          DEFAULT_GUEST;
        policy.setPolicy(new GuestsOnlyReadPolicy({ auth, guestRef }));
      },
    });
  },
});
