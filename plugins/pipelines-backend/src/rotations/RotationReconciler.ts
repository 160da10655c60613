import {
  AuthService,
  LoggerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { isRotationEntity } from '@techflow/backstage-plugin-pipelines-common';
import { entityPages } from '../catalog/entityPages';
import { RecordedRotations } from './RecordedRotations';

/**
 * Looks at every Rotation of the catalog, so that a change is recorded although
 * its event was lost and nobody reads the rotation.
 */
export class RotationReconciler {
  /** When it runs: one backend at a time. */
  static readonly schedule: SchedulerServiceTaskScheduleDefinition = {
    frequency: { hours: 1 },
    timeout: { minutes: 30 },
    initialDelay: { seconds: 30 },
  };

  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #logger: LoggerService;
  readonly #rotations: Pick<RecordedRotations, 'readMany'>;

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    logger: LoggerService;
    rotations: Pick<RecordedRotations, 'readMany'>;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#logger = options.logger;
    this.#rotations = options.rotations;
  }

  /** Page by page; a rotation that cannot be used is logged and passed over. */
  async run(signal?: AbortSignal): Promise<void> {
    const pages = entityPages({
      auth: this.#auth,
      catalog: this.#catalog,
      kind: 'Rotation',
      fields: ['apiVersion', 'kind', 'metadata.namespace', 'metadata.name'],
      signal,
    });
    for await (const items of pages) {
      const refs = items
        .filter(isRotationEntity)
        .map(entity => stringifyEntityRef(entity));
      const credentials = await this.#auth.getOwnServiceCredentials();
      const found = await this.#rotations.readMany(refs, credentials);
      for (const each of found.values()) {
        if (each instanceof Error) this.#logger.warn(each.message);
      }
    }
  }
}
