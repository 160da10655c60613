import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ingestReadPermission,
  isPipelineEntity,
  PipelineEntity,
  pipelineReadPermission,
} from '@techflow/backstage-plugin-pipelines-common';

// One request to the permission backend holds 100 kB, some 300 bytes for each.
const ASKED_AT_ONCE = 250;

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
    const [known, allowed] = await Promise.all([
      this.#knownOf(refs, credentials),
      this.#allowedOf(refs, credentials),
    ]);
    return new Set(refs.filter((_, index) => known[index] && allowed[index]));
  }

  /**
   * The same for thousands of pipelines, all of them recorded from the catalog.
   *
   * Most policies let a reader see all entities or none, and say so without looking
   * at any. Then nothing is asked about each: what the catalog would check before
   * it shows an entity is this very decision, and what left the catalog is not
   * recorded any more. Only where it depends on the entity is each asked about, and
   * only by whom it depends on.
   */
  async visibleOfRecorded(options: {
    refs: readonly string[];
    credentials: BackstageCredentials;
  }): Promise<readonly string[]> {
    const { refs, credentials } = options;
    const [catalog, own] = await this.#permissions.authorizeConditional(
      [
        { permission: catalogEntityReadPermission },
        { permission: pipelineReadPermission },
      ],
      { credentials },
    );
    const results = [catalog.result, own.result];
    if (results.includes(AuthorizeResult.DENY)) return [];
    let visible = refs;
    if (catalog.result !== AuthorizeResult.ALLOW) {
      visible = await filtered(visible, some =>
        this.#knownOf(some, credentials),
      );
    }
    if (own.result !== AuthorizeResult.ALLOW) {
      visible = await filtered(visible, some =>
        this.#allowedOf(some, credentials),
      );
    }
    return visible;
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

  /** Of each, whether there is such an entity for the reader. */
  async #knownOf(
    refs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<boolean[]> {
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs: [...refs], fields: ['kind'] },
      { credentials },
    );
    return items.map(item => item !== undefined);
  }

  /** Of each, whether the policy lets the reader see its runs and figures. */
  async #allowedOf(
    refs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<boolean[]> {
    const decisions = await this.#permissions.authorize(
      refs.map(resourceRef => ({
        permission: pipelineReadPermission,
        resourceRef,
      })),
      { credentials },
    );
    return decisions.map(({ result }) => result === AuthorizeResult.ALLOW);
  }
}

async function filtered(
  refs: readonly string[],
  ask: (some: readonly string[]) => Promise<boolean[]>,
): Promise<string[]> {
  const kept: string[] = [];
  for (let begin = 0; begin < refs.length; begin += ASKED_AT_ONCE) {
    const some = refs.slice(begin, begin + ASKED_AT_ONCE);
    const isKept = await ask(some);
    kept.push(...some.filter((_, index) => isKept[index]));
  }
  return kept;
}
