import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type {
  Measurements,
  MetricSeries,
  PipelineEntity,
  SeriesPage,
} from '@techflow/backstage-plugin-pipelines-common';
import { JobStore, MeasurementStore, PipelineStore, Series } from '../database';
import { Subject } from '../ingest/heard';
import { PipelineAccess } from '../pipelines/PipelineAccess';
import {
  toMeasuredDay,
  toMeasuredPoint,
  toMetricSeries,
  watermarksOf,
} from './answers';

// A chart cannot show more points than it has pixels.
const MOST_POINTS = 1_000;
// Jobs below the claimed ones whose figures are read with them.
const MOST_JOBS = 1_000;

/** Reads the figures of pipelines that the reader may see. */
export class MeasurementService {
  readonly #access: PipelineAccess;
  readonly #jobs: JobStore;
  readonly #measurements: MeasurementStore;
  readonly #pipelines: PipelineStore;

  constructor(options: {
    access: PipelineAccess;
    jobs: JobStore;
    measurements: MeasurementStore;
    pipelines: PipelineStore;
  }) {
    this.#access = options.access;
    this.#jobs = options.jobs;
    this.#measurements = options.measurements;
    this.#pipelines = options.pipelines;
  }

  /** Series of a pipeline, of its jobs and of all that these start. */
  async listSeries(options: {
    pipelineRef: string;
    limit: number;
    after?: { metric: string; id: number };
    credentials: BackstageCredentials;
  }): Promise<SeriesPage> {
    const { pipelineRef, limit, after, credentials } = options;
    const entity = await this.#access.authorize({
      ref: pipelineRef,
      credentials,
    });
    const subjects = await this.#subjectsOf(pipelineRef);
    const found = await this.#measurements.listSeries({
      subjects,
      limit: limit + 1,
      after,
    });
    const page = found.slice(0, limit);
    const items = await this.#answer(page, entity);
    const last = page[page.length - 1];
    return found.length > page.length
      ? { items, nextCursor: `${last.id}_${last.metric}` }
      : { items };
  }

  /**
   * The figures of a series: each of them where there are few, else by day.
   *
   * @throws NotFoundError if the pipeline has no such series
   */
  async read(options: {
    pipelineRef: string;
    seriesId: number;
    from: Date;
    to: Date;
    credentials: BackstageCredentials;
  }): Promise<Measurements> {
    const { pipelineRef, seriesId: id, from, to, credentials } = options;
    await this.#access.authorize({ ref: pipelineRef, credentials });
    const series = await this.#measurements.getSeries({ id });
    const subjects = await this.#subjectsOf(pipelineRef);
    if (!series || !subjects.some(each => isSame(each, series.subject))) {
      throw new NotFoundError(`${pipelineRef} has no series ${id}`);
    }
    const range = { id, from, to };
    const limit = MOST_POINTS + 1;
    const points = await this.#measurements.listPoints({ ...range, limit });
    if (points.length <= MOST_POINTS && !(await this.#isPartlyDeleted(range))) {
      return { resolution: 'point', points: points.map(toMeasuredPoint) };
    }
    const days = await this.#measurements.listDays(range);
    return { resolution: 'day', days: days.map(toMeasuredDay) };
  }

  /** Whether days of the range have only their sums left. */
  async #isPartlyDeleted(range: { id: number; from: Date; to: Date }) {
    return this.#measurements.hasDeletedDays(range);
  }

  async #subjectsOf(pipelineRef: string): Promise<Subject[]> {
    const claims = await this.#pipelines.claimsBy({ ref: pipelineRef });
    const jobIds = await this.#jobs.familyOf({
      ids: claims.map(({ jobId }) => jobId),
      limit: MOST_JOBS,
    });
    return [{ pipelineRef }, ...jobIds.map(jobId => ({ jobId }))];
  }

  async #answer(
    series: readonly Series[],
    entity: PipelineEntity,
  ): Promise<MetricSeries[]> {
    const [latest, jobs] = await Promise.all([
      this.#measurements.latest({ ids: series.map(({ id }) => id) }),
      this.#jobs.getMany({
        ids: series.flatMap(({ subject }) =>
          'jobId' in subject ? [subject.jobId] : [],
        ),
      }),
    ]);
    const metrics = new Map(
      (entity.spec.metrics ?? []).map(metric => [metric.name, metric]),
    );
    const watermarks = watermarksOf(entity.spec);
    return series.map(each =>
      toMetricSeries({
        series: each,
        watermarks,
        latest: latest.get(each.id),
        metric: metrics.get(each.metric),
        job: 'jobId' in each.subject ? jobs.get(each.subject.jobId) : undefined,
      }),
    );
  }
}

function isSame(one: Subject, other: Subject): boolean {
  return 'jobId' in one
    ? 'jobId' in other && one.jobId === other.jobId
    : 'pipelineRef' in other && one.pipelineRef === other.pipelineRef;
}
