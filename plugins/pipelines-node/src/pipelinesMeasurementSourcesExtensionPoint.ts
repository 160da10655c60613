import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { MeasurementSource } from './MeasurementSource';

/**
 * Where modules bring sources that the pipelines backend asks for figures.
 *
 * @public
 */
export interface PipelinesMeasurementSourcesExtensionPoint {
  /** @throws Error when there is a source of this type already */
  addSource(source: MeasurementSource): void;
}

/**
 * Extension point of {@link PipelinesMeasurementSourcesExtensionPoint}.
 *
 * @public
 */
export const pipelinesMeasurementSourcesExtensionPoint =
  createExtensionPoint<PipelinesMeasurementSourcesExtensionPoint>({
    id: 'pipelines.measurement-sources',
  });
