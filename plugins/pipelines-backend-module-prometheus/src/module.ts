import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { pipelinesMeasurementSourcesExtensionPoint } from '@techflow/backstage-plugin-pipelines-node';
import { PrometheusSource } from './PrometheusSource';

/**
 * Backend module that adds the measurement source `prometheus`.
 *
 * @public
 */
export const pipelinesModulePrometheus = createBackendModule({
  pluginId: 'pipelines',
  moduleId: 'prometheus',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        sources: pipelinesMeasurementSourcesExtensionPoint,
      },
      async init({ config, sources }) {
        sources.addSource(PrometheusSource.fromConfig(config));
      },
    });
  },
});
