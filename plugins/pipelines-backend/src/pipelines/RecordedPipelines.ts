import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  checkEntity,
  isPipelineEntity,
} from '@techflow/backstage-plugin-pipelines-common';
import { PipelineStore } from '../database';
import { RuleStore } from '../database/rules/RuleStore';
import { rulesOf } from '../evaluation';
import { MetricQueryStore } from '../database/metricQueries/MetricQueryStore';
import { questionsOf } from '../pull/questionsOf';
import { Clock } from '../rotations/Clock';
import { claimsOf } from './claimsOf';

/**
 * Keeps, beside the catalog, what the backend needs of each Pipeline when it is
 * not asked by anybody: which jobs are its runs, what is to be measured,
 * and what it promises.
 */
export class RecordedPipelines {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #logger: LoggerService;
  readonly #pipelines: PipelineStore;
  readonly #queries: MetricQueryStore;
  readonly #rules: RuleStore;
  readonly #lookBack: number;
  readonly #now: Clock;

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    logger: LoggerService;
    pipelines: PipelineStore;
    queries: MetricQueryStore;
    rules: RuleStore;
    /** Milliseconds that promises of a new pipeline are judged back. */
    lookBack: number;
    now: Clock;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#logger = options.logger;
    this.#pipelines = options.pipelines;
    this.#queries = options.queries;
    this.#rules = options.rules;
    this.#lookBack = options.lookBack;
    this.#now = options.now;
  }

  /** Reads a pipeline from the catalog and notes it; forgets it if it is gone. */
  async refresh(ref: string): Promise<void> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const entity = await this.#catalog.getEntityByRef(ref, { credentials });
    if (entity) await this.record(entity);
    else await this.remove([ref]);
  }

  /** Notes a pipeline. One that breaks our schema stays what it was. */
  async record(entity: Entity): Promise<void> {
    if (!isPipelineEntity(entity)) return;
    const ref = stringifyEntityRef(entity);
    const faults = checkEntity(entity);
    if (faults.length > 0) {
      const reasons = faults.map(({ message }) => message).join(' ');
      this.#logger.warn(`${ref} cannot be used: ${reasons}`);
      return;
    }
    const { spec } = entity;
    const { title } = entity.metadata;
    const known = await this.#pipelines.get({ ref });
    const isKnown =
      known?.title === title &&
      JSON.stringify(known?.spec) === JSON.stringify(spec);
    if (isKnown) return;
    const at = this.#now();
    // Questions and rules first: if that fails, the pipeline counts as not recorded.
    await this.#queries.replaceFor({
      pipelineRef: ref,
      questions: questionsOf(spec),
      now: at,
    });
    await this.#rules.record({
      pipelineRef: ref,
      rules: rulesOf(spec),
      at,
      since: known ? at : new Date(+at - this.#lookBack),
    });
    await this.#pipelines.record({
      pipeline: { ref, spec, ...(title !== undefined && { title }) },
      claims: claimsOf(ref, spec),
      at,
    });
  }

  /** Forgets pipelines that the catalog has no more. */
  async remove(refs: readonly string[]): Promise<void> {
    const now = this.#now();
    for (const pipelineRef of refs) {
      await this.#queries.replaceFor({ pipelineRef, questions: [], now });
      await this.#rules.record({ pipelineRef, rules: [], at: now, since: now });
    }
    await this.#pipelines.remove({ refs });
  }
}
