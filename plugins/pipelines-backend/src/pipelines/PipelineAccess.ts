import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ingestReadPermission,
  isPipelineEntity,
  PipelineEntity,
  pipelineReadPermission,
} from '@techflow/backstage-plugin-pipelines-common';

/**
 * Says what a reader may see: the catalog decides whether there is such a
 * pipeline for him, the permission policy whether he may see its runs and figures.
 */
export class PipelineAccess {
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
   * The pipeline, if the reader may see its runs and figures.
   *
   * @throws NotFoundError, NotAllowedError
   */
  async authorize(options: {
    ref: string;
    credentials: BackstageCredentials;
  }): Promise<PipelineEntity> {
    const { ref, credentials } = options;
    const [entity, [{ result }]] = await Promise.all([
      this.#catalog.getEntityByRef(ref, { credentials }),
      this.#permissions.authorize(
        [{ permission: pipelineReadPermission, resourceRef: ref }],
        { credentials },
      ),
    ]);
    if (!entity || !isPipelineEntity(entity)) {
      throw new NotFoundError(`There is no Pipeline ${ref}`);
    }
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(`You may not see runs and figures of ${ref}`);
    }
    return entity;
  }

  /** Which of several pipelines the reader may see. */
  async visibleOf(options: {
    refs: readonly string[];
    credentials: BackstageCredentials;
  }): Promise<Set<string>> {
    const { refs, credentials } = options;
    if (refs.length === 0) return new Set();
    const [{ items }, decisions] = await Promise.all([
      this.#catalog.getEntitiesByRefs(
        { entityRefs: [...refs], fields: ['kind'] },
        { credentials },
      ),
      this.#permissions.authorize(
        refs.map(resourceRef => ({
          permission: pipelineReadPermission,
          resourceRef,
        })),
        { credentials },
      ),
    ]);
    return new Set(
      refs.filter(
        (_, index) =>
          items[index] !== undefined &&
          decisions[index].result === AuthorizeResult.ALLOW,
      ),
    );
  }

  /**
   * For what is heard from tools, whoever it belongs to.
   *
   * @throws NotAllowedError
   */
  async authorizeIngest(options: {
    credentials: BackstageCredentials;
  }): Promise<void> {
    const [{ result }] = await this.#permissions.authorize(
      [{ permission: ingestReadPermission }],
      options,
    );
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError('You may not see what tools send');
    }
  }
}
