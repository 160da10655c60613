import {
  AuthService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { entityPages } from '../catalog/entityPages';
import { PipelineStore } from '../database';
import { RecordedPipelines } from './RecordedPipelines';

const PAGE = 500;

/**
 * Looks at every Pipeline of the catalog, so that a change is noted although its
 * event was lost, and a pipeline that is gone is forgotten.
 */
export class PipelineReconciler {
  /** When it runs: one backend at a time. */
  static readonly schedule: SchedulerServiceTaskScheduleDefinition = {
    frequency: { hours: 1 },
    timeout: { minutes: 30 },
    initialDelay: { seconds: 10 },
  };

  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #pipelines: PipelineStore;
  readonly #recorded: Pick<RecordedPipelines, 'record' | 'refresh'>;

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    pipelines: PipelineStore;
    recorded: Pick<RecordedPipelines, 'record' | 'refresh'>;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#pipelines = options.pipelines;
    this.#recorded = options.recorded;
  }

  /** Page by page; what was on none of them is looked at once more by itself. */
  async run(signal?: AbortSignal): Promise<void> {
    const seen = new Set<string>();
    const pages = entityPages({
      auth: this.#auth,
      catalog: this.#catalog,
      kind: 'Pipeline',
      signal,
    });
    for await (const items of pages) {
      for (const entity of items) {
        seen.add(stringifyEntityRef(entity));
        await this.#recorded.record(entity);
      }
    }
    if (!signal?.aborted) await this.#lookForOthers(seen, signal);
  }

  // It may be gone; or it came, or changed its place, while the pages were read.
  async #lookForOthers(
    seen: ReadonlySet<string>,
    signal?: AbortSignal,
  ): Promise<void> {
    let after: string | undefined;
    do {
      const refs = await this.#pipelines.listRefs({ limit: PAGE, after });
      after = refs.length === PAGE ? refs[refs.length - 1] : undefined;
      for (const ref of refs) {
        if (signal?.aborted) return;
        if (!seen.has(ref)) await this.#recorded.refresh(ref);
      }
    } while (after !== undefined);
  }
}
