import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { companyAuthenticator } from './authenticator';
import { requireDevelopment } from './requireDevelopment';

/** Adds the sign-in provider `company` to the auth backend. */
export const authModuleCompanyProvider = createBackendModule({
  pluginId: 'auth',
  moduleId: 'company-provider',
  register(reg) {
    reg.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        requireDevelopment();
        providers.registerProvider({
          providerId: 'company',
          factory: createProxyAuthProviderFactory({
            authenticator: companyAuthenticator,
            // Through the catalog, so that group membership is what it says there.
            signInResolver: ({ result }, ctx) =>
              ctx.signInWithCatalogUser({ entityRef: result.ref }),
          }),
        });
      },
    });
  },
});
