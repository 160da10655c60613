import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  checkEntity,
  isRotationEntity,
  RotationEntity,
  rotationReadPermission,
} from '@techflow/backstage-plugin-pipelines-common';

/** A rotation that can be used, or why it cannot. */
type Found = RotationEntity | NotFoundError | NotAllowedError | ConflictError;

function usable(ref: string, entity: Entity | undefined): Found {
  if (!entity || !isRotationEntity(entity)) {
    return new NotFoundError(`There is no Rotation ${ref}`);
  }
  // The catalog keeps the last good form of an entity, but that may be one
  // that an older version of our schema let through.
  const faults = checkEntity(entity);
  if (faults.length === 0) return entity;
  const reasons = faults.map(({ message }) => message).join(' ');
  return new ConflictError(`${ref} cannot be used: ${reasons}`);
}

/**
 * Reads Rotation entities on behalf of a reader: the catalog decides whether he
 * may see the entity, the permission policy whether he may see who is on call.
 */
export class RotationEntities {
  readonly #catalog: CatalogService;
  readonly #permissions: PermissionsService;

  constructor(options: {
    catalog: CatalogService;
    permissions: PermissionsService;
  }) {
    this.#catalog = options.catalog;
    this.#permissions = options.permissions;
  }

  /**
   * One answer for each reference, in their order: the entity, or the error that
   * says why the reader cannot have it.
   */
  async readMany(
    refs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Found[]> {
    const [decisions, { items }] = await Promise.all([
      this.#permissions.authorize(
        refs.map(resourceRef => ({
          permission: rotationReadPermission,
          resourceRef,
        })),
        { credentials },
      ),
      this.#catalog.getEntitiesByRefs(
        { entityRefs: [...refs] },
        { credentials },
      ),
    ]);
    return refs.map((ref, index) =>
      decisions[index].result === AuthorizeResult.ALLOW
        ? usable(ref, items[index])
        : new NotAllowedError(`You may not see who is on call in ${ref}`),
    );
  }
}
