/**
 * Lets the pipelines backend ask Prometheus for figures.
 *
 * @packageDocumentation
 */

export { pipelinesModulePrometheus as default } from './module';
