/**
 * Extension points of the pipelines backend.
 *
 * @packageDocumentation
 */

export * from './MeasurementSource';
export * from './pipelinesMeasurementSourcesExtensionPoint';
