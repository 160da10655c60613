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

/** All permissions of this plugin set. @public */
export const pipelinesPermissions = [
  rotationReadPermission,
  rotationChangePermission,
];
