import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/**
 * May see who is on call in a Rotation, now and later. Checked against the
 * Rotation entity, so that the catalog's own rules (such as IS_ENTITY_OWNER)
 * can decide. Reading the entity itself is checked by the catalog besides.
 *
 * @public
 */
export const rotationReadPermission = createPermission({
  name: 'pipelines.rotation.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * May change who is on call in a Rotation, within the rules: members swap and
 * cover for themselves, the owner for others. Checked against the Rotation
 * entity, besides {@link rotationReadPermission}.
 *
 * @public
 */
export const rotationChangePermission = createPermission({
  name: 'pipelines.rotation.change',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * May see the runs, figures and promises of a Pipeline. Checked against the Pipeline
 * entity, so that the catalog's own rules can decide. Reading the entity itself
 * is checked by the catalog besides.
 *
 * @public
 */
export const pipelineReadPermission = createPermission({
  name: 'pipelines.pipeline.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * May say that a time does not count for a Pipeline's promises, and take that
 * back. Checked against the Pipeline entity, besides
 * {@link pipelineReadPermission}.
 *
 * @public
 */
export const exclusionChangePermission = createPermission({
  name: 'pipelines.exclusion.change',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * May sign off a Pipeline's reviews, if he belongs to the group that the promise
 * names. Checked against the Pipeline entity, besides
 * {@link pipelineReadPermission}.
 *
 * @public
 */
export const reviewSignPermission = createPermission({
  name: 'pipelines.review.sign',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * May send runs, figures and alerts. The one permission that the token of a tool
 * needs; restrict it to this with Backstage's `accessRestrictions`.
 *
 * @public
 */
export const ingestSendPermission = createPermission({
  name: 'pipelines.ingest.send',
  attributes: { action: 'create' },
});

/**
 * May see what is heard from tools, whoever it belongs to: jobs that no pipeline
 * claims, senders, what was refused and why.
 *
 * @public
 */
export const ingestReadPermission = createPermission({
  name: 'pipelines.ingest.read',
  attributes: { action: 'read' },
});

/** All permissions of this plugin set. @public */
export const pipelinesPermissions = [
  rotationReadPermission,
  rotationChangePermission,
  pipelineReadPermission,
  exclusionChangePermission,
  reviewSignPermission,
  ingestSendPermission,
  ingestReadPermission,
];
