import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { MeasurementSource } from './MeasurementSource';

/**
 * Where modules bring sources that the pipelines backend asks for figures.
 *
 * @public
 */
export interface PipelinesMeasurementSourcesExtensionPoint {
  /**
   * Adds a source.
   *
   * @throws Error if there is one of its type already
   */
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
