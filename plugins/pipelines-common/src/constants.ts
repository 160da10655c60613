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

/**
 * Topic of the event that the catalog module publishes when it has seen a new or
 * changed entity of ours; its payload is an {@link EntityChanged}. The catalog
 * may show the new form a little later.
 *
 * @public
 */
export const ENTITY_CHANGED_TOPIC = 'pipelines.entity.changed';

/**
 * Payload of {@link ENTITY_CHANGED_TOPIC}.
 *
 * @public
 */
export interface EntityChanged {
  /** Full entity reference. */
  entityRef: string;
}
