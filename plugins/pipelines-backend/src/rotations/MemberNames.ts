import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity, isUserEntity, parseEntityRef } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Clock } from './Clock';

const REMEMBERED_MS = 10 * 60_000;
const REMEMBERED_NAMES = 10_000;
const REFS_PER_REQUEST = 100;

/** What to call somebody, by entity reference. */
export type NameOf = (ref: string) => string;

function nameIn(entity: Entity): string {
  const displayName = isUserEntity(entity)
    ? entity.spec?.profile?.displayName
    : undefined;
  return displayName || entity.metadata.title || entity.metadata.name;
}

function nameWithin(ref: string): string {
  try {
    return parseEntityRef(ref).name;
  } catch {
    return ref;
  }
}

/**
 * What people are called, by the catalog, remembered for ten minutes. Reasons in
 * plain words have these names, so they are read with the plugin's own rights:
 * who may see a rotation may know who is in it.
 */
export class MemberNames {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #logger: LoggerService;
  readonly #now: Clock;
  readonly #known = new Map<string, { name: string; until: number }>();

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    logger: LoggerService;
    now: Clock;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /**
   * The names of these people; of those the catalog does not know, and when it
   * cannot be asked, the name in the reference.
   */
  async load(refs: Iterable<string>): Promise<NameOf> {
    const now = this.#now().getTime();
    const wanted = [...new Set(refs)];
    const missing = wanted.filter(
      ref => !((this.#known.get(ref)?.until ?? 0) > now),
    );
    for (let from = 0; from < missing.length; from += REFS_PER_REQUEST) {
      await this.#read(missing.slice(from, from + REFS_PER_REQUEST), now);
    }
    const names = new Map(
      wanted.map(ref => [ref, this.#known.get(ref)?.name ?? nameWithin(ref)]),
    );
    return ref => names.get(ref) ?? nameWithin(ref);
  }

  async #read(refs: string[], now: number): Promise<void> {
    try {
      const { items } = await this.#catalog.getEntitiesByRefs(
        {
          entityRefs: refs,
          fields: ['apiVersion', 'kind', 'metadata', 'spec'],
        },
        { credentials: await this.#auth.getOwnServiceCredentials() },
      );
      if (this.#known.size > REMEMBERED_NAMES) this.#known.clear();
      refs.forEach((ref, index) => {
        const entity = items[index];
        const name = entity ? nameIn(entity) : nameWithin(ref);
        this.#known.set(ref, { name, until: now + REMEMBERED_MS });
      });
    } catch (error) {
      // A name is no reason not to say who is on call.
      this.#logger.warn('Names could not be read', toError(error));
    }
  }
}
