import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { PipelinesEntityProcessor } from './PipelinesEntityProcessor';

/**
 * Catalog module that adds the kinds Pipeline, Rotation, Runbook and
 * EscalationPolicy of `techflow.io/v1alpha1`.
 *
 * @public
 */
export const catalogModulePipelines = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'pipelines',
  register(reg) {
    reg.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        events: eventsServiceRef,
        logger: coreServices.logger,
      },
      async init({ catalog, events, logger }) {
        catalog.addProcessor(new PipelinesEntityProcessor({ events, logger }));
      },
    });
  },
});
