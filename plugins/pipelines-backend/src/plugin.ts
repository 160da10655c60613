import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { pipelinesPermissions } from '@techflow/backstage-plugin-pipelines-common';
import { RotationReader } from './catalog/RotationReader';
import { createRouter } from './router';

/**
 * Backend plugin that says who is on call, and why.
 *
 * @public
 */
export const pipelinesPlugin = createBackendPlugin({
  pluginId: 'pipelines',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init({
        catalog,
        httpAuth,
        httpRouter,
        permissions,
        permissionsRegistry,
      }) {
        permissionsRegistry.addPermissions(pipelinesPermissions);
        const rotations = new RotationReader({ catalog, permissions });
        httpRouter.use(createRouter({ httpAuth, rotations }));
      },
    });
  },
});
