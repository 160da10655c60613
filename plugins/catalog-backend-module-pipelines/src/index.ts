/**
 * Teaches the Backstage catalog the kinds Pipeline, Rotation, Runbook and
 * EscalationPolicy.
 *
 * @packageDocumentation
 */

export { catalogModulePipelines as default } from './module';
