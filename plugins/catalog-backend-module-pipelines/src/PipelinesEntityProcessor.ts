import { createHash } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import {
  CompoundEntityRef,
  Entity,
  getCompoundEntityRef,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError, toError } from '@backstage/errors';
import { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  CatalogProcessor,
  CatalogProcessorCache,
  CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import {
  checkEntity,
  ENTITY_CHANGED_TOPIC,
  EntityChanged,
  isPipelineEntity,
  isPipelinesEntity,
  relationsOf,
} from '@techflow/backstage-plugin-pipelines-common';

/** Where the processor remembers the spec that it has seen last. */
const SEEN = 'spec-hash';

function specHash({ spec }: Entity): string {
  return createHash('sha256')
    .update(JSON.stringify(spec ?? null))
    .digest('hex');
}

/**
 * Checks entities of our kinds, emits their relations, in both directions, and
 * publishes an event when a spec is new.
 *
 * Runs for every entity on every loop of the catalog, so it waits for no I/O and
 * leaves entities of other kinds at the first glance.
 */
export class PipelinesEntityProcessor implements CatalogProcessor {
  readonly #events: EventsService;
  readonly #logger: LoggerService;

  constructor(options: { events: EventsService; logger: LoggerService }) {
    this.#events = options.events;
    this.#logger = options.logger;
  }

  getProcessorName(): string {
    return 'PipelinesEntityProcessor';
  }

  async preProcessEntity(entity: Entity): Promise<Entity> {
    if (!isPipelineEntity(entity) || !Array.isArray(entity.spec?.dependsOn)) {
      return entity;
    }
    // The order says nothing here; sorted, the entity's hash stays the same
    // when somebody only moves lines, and nothing is stitched again.
    return {
      ...entity,
      spec: { ...entity.spec, dependsOn: [...entity.spec.dependsOn].sort() },
    };
  }

  async validateEntityKind(entity: Entity): Promise<boolean> {
    if (!isPipelinesEntity(entity)) return false;
    const faults = checkEntity(entity);
    if (faults.length > 0) {
      throw new InputError(faults.map(({ message }) => message).join('\n'));
    }
    return true;
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    if (!isPipelinesEntity(entity)) return entity;
    const self: CompoundEntityRef = getCompoundEntityRef(entity);
    for (const { ref, defaultKind, forward, reverse } of relationsOf(entity)) {
      const target = parseEntityRef(ref, {
        defaultKind,
        defaultNamespace: self.namespace,
      });
      emit(processingResult.relation({ source: self, type: forward, target }));
      emit(
        processingResult.relation({
          source: target,
          type: reverse,
          target: self,
        }),
      );
    }
    const hash = specHash(entity);
    if ((await cache.get<string>(SEEN)) !== hash) {
      this.#publish({ entityRef: stringifyEntityRef(entity) });
      await cache.set(SEEN, hash);
    }
    return entity;
  }

  /** Nobody waits for it: who misses the event learns of the change later. */
  #publish(eventPayload: EntityChanged): void {
    this.#events
      .publish({ topic: ENTITY_CHANGED_TOPIC, eventPayload })
      .catch(error =>
        this.#logger.warn(
          `The change of ${eventPayload.entityRef} could not be announced`,
          toError(error),
        ),
      );
  }
}
