/**
 * Pipelines for Backstage: ownership, SLA, runbook and on-call pages for data
 * pipelines. This entry point is for apps of the old frontend system; the new
 * one finds the plugin by itself.
 *
 * @packageDocumentation
 */

export { pipelinesApiRef } from './api';
export * from './plugin';
export * from './rotationExtensions';
export {
  isEscalationPolicyEntity,
  isPipelineEntity,
  isRotationEntity,
  isRunbookEntity,
} from '@techflow/backstage-plugin-pipelines-common';
