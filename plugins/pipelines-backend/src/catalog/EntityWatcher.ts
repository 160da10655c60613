import { LifecycleService, LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import { EventsService } from '@backstage/plugin-events-node';
import { ENTITY_CHANGED_TOPIC } from '@techflow/backstage-plugin-pipelines-common';
import { z } from 'zod';

const changedEntity = z.object({ entityRef: z.string() });

/**
 * The event comes while the catalog processes the entity, and readers see the
 * new form only a little later, so it is looked for more than once. Whatever is
 * missed is found by the next reader, or by the hourly look at everything.
 */
const LOOK_AFTER_MS = [2_000, 15_000, 60_000];

/** Reads one entity anew, by its full reference. */
export type Look = (ref: string) => Promise<unknown>;

function kindOf(ref: string): string | undefined {
  try {
    return parseEntityRef(ref).kind.toLocaleLowerCase('en-US');
  } catch {
    return undefined;
  }
}

/** Has a changed entity read anew soon after the catalog has learnt of it. */
export class EntityWatcher {
  readonly #logger: LoggerService;
  readonly #looks: Readonly<Record<string, Look>>;
  readonly #lookAfter: readonly number[];
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(options: {
    logger: LoggerService;
    /** Who looks, by kind in lower case; other kinds are passed over. */
    looks: Readonly<Record<string, Look>>;
    /** Milliseconds after the event at which to look. */
    lookAfter?: readonly number[];
  }) {
    this.#logger = options.logger;
    this.#looks = options.looks;
    this.#lookAfter = options.lookAfter ?? LOOK_AFTER_MS;
  }

  /** Listens until the plugin is shut down. */
  async start(options: {
    events: EventsService;
    lifecycle: LifecycleService;
  }): Promise<void> {
    options.lifecycle.addShutdownHook(() => this.#stop());
    await options.events.subscribe({
      id: 'pipelines',
      topics: [ENTITY_CHANGED_TOPIC],
      onEvent: async ({ eventPayload }) => {
        const { data } = changedEntity.safeParse(eventPayload);
        const kind = data && kindOf(data.entityRef);
        if (kind && Object.hasOwn(this.#looks, kind)) {
          this.#look(data.entityRef, this.#looks[kind]);
        }
      },
    });
  }

  #look(ref: string, look: Look): void {
    for (const delay of this.#lookAfter) {
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        look(ref).catch(error =>
          this.#logger.warn(`${ref} could not be recorded`, toError(error)),
        );
      }, delay);
      this.#timers.add(timer.unref());
    }
  }

  #stop(): void {
    this.#timers.forEach(timer => clearTimeout(timer));
    this.#timers.clear();
  }
}
