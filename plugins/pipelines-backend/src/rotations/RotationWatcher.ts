import {
  AuthService,
  LifecycleService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import { EventsService } from '@backstage/plugin-events-node';
import { ENTITY_CHANGED_TOPIC } from '@techflow/backstage-plugin-pipelines-common';
import { z } from 'zod';
import { RecordedRotations } from './RecordedRotations';

const changedEntity = z.object({ entityRef: z.string() });

/**
 * The event comes while the catalog processes the entity, and readers see the
 * new form only a little later, so it is looked for more than once. Whatever is
 * missed is found by the next reader, or by the hourly look at everything.
 */
const LOOK_AFTER_MS = [2_000, 15_000, 60_000];

function isRotationRef(ref: string): boolean {
  try {
    return parseEntityRef(ref).kind.toLocaleLowerCase('en-US') === 'rotation';
  } catch {
    return false;
  }
}

/** Records a changed Rotation soon after the catalog has learnt of it. */
export class RotationWatcher {
  readonly #auth: AuthService;
  readonly #logger: LoggerService;
  readonly #rotations: Pick<RecordedRotations, 'readMany'>;
  readonly #lookAfter: readonly number[];
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(options: {
    auth: AuthService;
    logger: LoggerService;
    rotations: Pick<RecordedRotations, 'readMany'>;
    /** Milliseconds after the event at which to look. */
    lookAfter?: readonly number[];
  }) {
    this.#auth = options.auth;
    this.#logger = options.logger;
    this.#rotations = options.rotations;
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
        if (data && isRotationRef(data.entityRef)) this.#look(data.entityRef);
      },
    });
  }

  #look(ref: string): void {
    for (const delay of this.#lookAfter) {
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        this.#record(ref).catch(error =>
          this.#logger.warn(`${ref} could not be recorded`, toError(error)),
        );
      }, delay);
      this.#timers.add(timer.unref());
    }
  }

  async #record(ref: string): Promise<void> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    await this.#rotations.readMany([ref], credentials);
  }

  #stop(): void {
    this.#timers.forEach(timer => clearTimeout(timer));
    this.#timers.clear();
  }
}
