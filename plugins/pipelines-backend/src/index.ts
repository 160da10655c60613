/**
 * The backend of Pipelines for Backstage.
 *
 * @packageDocumentation
 */

export { pipelinesPlugin as default } from './plugin';
