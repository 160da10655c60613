/**
 * The `apiVersion` of all four kinds.
 *
 * @public
 */
export const API_VERSION = 'techflow.io/v1alpha1';

/**
 * The entity kinds this plugin set adds to the catalog.
 *
 * @public
 */
export const PIPELINE_KINDS = [
  'Pipeline',
  'Rotation',
  'Runbook',
  'EscalationPolicy',
] as const;

/**
 * Name of one of the kinds in {@link PIPELINE_KINDS}.
 *
 * @public
 */
export type PipelinesKind = (typeof PIPELINE_KINDS)[number];
