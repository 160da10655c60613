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
  rotationReadPermission,
} from '@techflow/backstage-plugin-pipelines-common';
import { RotationPlan } from '../oncall';
import { toRotationPlan } from './toRotationPlan';

/** A rotation as the engine needs it. */
export interface Rotation {
  /** Full entity reference. */
  ref: string;
  plan: RotationPlan;
}

function toRotation(ref: string, entity: Entity): Rotation {
  if (!isRotationEntity(entity)) {
    throw new NotFoundError(`There is no Rotation ${ref}`);
  }
  // The catalog keeps the last good form of an entity, but that may be one
  // that an older version of our schema let through.
  const faults = checkEntity(entity);
  if (faults.length > 0) {
    throw new ConflictError(
      `${ref} cannot be used: ${faults
        .map(({ message }) => message)
        .join(' ')}`,
    );
  }
  return { ref, plan: toRotationPlan(entity.spec) };
}

/**
 * Reads Rotation entities on behalf of a reader: the catalog decides whether he
 * may see the entity, the permission policy whether he may see who is on call.
 */
export class RotationReader {
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
   * @throws NotAllowedError when the policy says no
   * @throws NotFoundError when there is no such Rotation, or the reader may not see it
   * @throws ConflictError when its spec breaks the rules of this version
   */
  async read(
    ref: string,
    credentials: BackstageCredentials,
  ): Promise<Rotation> {
    const [allowed] = await this.#authorize([ref], credentials);
    if (!allowed) {
      throw new NotAllowedError(`You may not see who is on call in ${ref}`);
    }
    const entity = await this.#catalog.getEntityByRef(ref, { credentials });
    if (!entity) throw new NotFoundError(`There is no Rotation ${ref}`);
    return toRotation(ref, entity);
  }

  /** Like {@link RotationReader.read}, with undefined where that would throw. */
  async readMany(
    refs: string[],
    credentials: BackstageCredentials,
  ): Promise<(Rotation | undefined)[]> {
    const [allowed, { items }] = await Promise.all([
      this.#authorize(refs, credentials),
      this.#catalog.getEntitiesByRefs({ entityRefs: refs }, { credentials }),
    ]);
    return refs.map((ref, index) => {
      const entity = items[index];
      const usable =
        entity &&
        allowed[index] &&
        isRotationEntity(entity) &&
        checkEntity(entity).length === 0;
      return usable ? toRotation(ref, entity) : undefined;
    });
  }

  async #authorize(
    refs: string[],
    credentials: BackstageCredentials,
  ): Promise<boolean[]> {
    const decisions = await this.#permissions.authorize(
      refs.map(resourceRef => ({
        permission: rotationReadPermission,
        resourceRef,
      })),
      { credentials },
    );
    return decisions.map(({ result }) => result === AuthorizeResult.ALLOW);
  }
}
