import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type {
  Run,
  RunsPage,
  RunState,
} from '@techflow/backstage-plugin-pipelines-common';
import {
  Claim,
  JobStore,
  KnownRun,
  PipelineStore,
  RunCursor,
  RunStore,
} from '../database';
import { Schedule } from '../evaluation/slotOfRun';
import { PipelineAccess } from '../pipelines/PipelineAccess';
import { Clock } from '../rotations/Clock';
import { toRun } from './toRun';

const MOST_STEPS = 500;

/** Reads runs, as far as the reader may see the pipelines they belong to. */
export class RunService {
  readonly #access: PipelineAccess;
  readonly #jobs: JobStore;
  readonly #pipelines: PipelineStore;
  readonly #runs: RunStore;
  readonly #now: Clock;

  constructor(options: {
    access: PipelineAccess;
    jobs: JobStore;
    pipelines: PipelineStore;
    runs: RunStore;
    now: Clock;
  }) {
    this.#access = options.access;
    this.#jobs = options.jobs;
    this.#pipelines = options.pipelines;
    this.#runs = options.runs;
    this.#now = options.now;
  }

  /** Root runs of a pipeline, newest first. */
  async listOfPipeline(options: {
    pipelineRef: string;
    states?: readonly RunState[];
    limit: number;
    after?: RunCursor;
    credentials: BackstageCredentials;
  }): Promise<RunsPage> {
    const { pipelineRef, credentials, ...query } = options;
    await this.#access.authorize({ ref: pipelineRef, credentials });
    const claims = await this.#pipelines.claimsBy({ ref: pipelineRef });
    return this.#page(claims, query);
  }

  /** Runs of a job, also of one that no pipeline claims. */
  async listOfJob(options: {
    jobId: string;
    states?: readonly RunState[];
    limit: number;
    after?: RunCursor;
    credentials: BackstageCredentials;
  }): Promise<RunsPage> {
    const { jobId, credentials, ...query } = options;
    const claims = await this.#visibleClaims([jobId], credentials);
    const [claim = { pipelineRef: '', jobId }] = claims;
    return this.#page([claim], query);
  }

  /**
   * One run.
   *
   * @throws NotFoundError, NotAllowedError
   */
  async get(options: {
    id: string;
    credentials: BackstageCredentials;
  }): Promise<Run> {
    const { run, claims } = await this.#find(options);
    const [answer] = await this.#answer([run], claims);
    return answer;
  }

  /** Steps of a run and steps of those, in the order of their begin. */
  async steps(options: {
    id: string;
    credentials: BackstageCredentials;
  }): Promise<Run[]> {
    const { run } = await this.#find(options);
    const steps = await this.#runs.steps({ id: run.id, limit: MOST_STEPS });
    return this.#answer(steps, []);
  }

  async #find(options: {
    id: string;
    credentials: BackstageCredentials;
  }): Promise<{ run: KnownRun; claims: Claim[] }> {
    const { id, credentials } = options;
    const run = await this.#runs.get({ id });
    if (!run) throw new NotFoundError(`There is no run ${id}`);
    // A step belongs to whom the run above it belongs.
    const jobIds = await this.#runs.jobIdsAbove({ id });
    const claims = await this.#visibleClaims(jobIds, credentials);
    return { run, claims: claims.filter(({ jobId }) => jobId === run.jobId) };
  }

  /**
   * Claims of the pipelines that the reader may see. For runs of claimed jobs one
   * of them is enough; of what the others expect he learns nothing.
   *
   * @throws NotAllowedError
   */
  async #visibleClaims(
    jobIds: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Claim[]> {
    const claims = await this.#pipelines.claimsOn({ jobIds });
    const refs = [...new Set(claims.map(({ pipelineRef }) => pipelineRef))];
    const visible = await this.#access.visibleOf({ refs, credentials });
    if (visible.size === 0) await this.#access.authorizeIngest({ credentials });
    return claims.filter(({ pipelineRef }) => visible.has(pipelineRef));
  }

  async #page(
    claims: readonly Claim[],
    query: { states?: readonly RunState[]; limit: number; after?: RunCursor },
  ): Promise<RunsPage> {
    const jobIds = claims.map(({ jobId }) => jobId);
    const limit = query.limit + 1;
    const found = await this.#runs.list({ ...query, jobIds, limit });
    const runs = found.slice(0, query.limit);
    const last = runs[runs.length - 1];
    const items = await this.#answer(runs, claims);
    return found.length > runs.length
      ? { items, nextCursor: `${last.begunAt.toISOString()}_${last.id}` }
      : { items };
  }

  async #answer(
    runs: readonly KnownRun[],
    claims: readonly Claim[],
  ): Promise<Run[]> {
    const now = this.#now();
    const [jobs, sums, schedules] = await Promise.all([
      this.#jobs.getMany({ ids: runs.map(({ jobId }) => jobId) }),
      this.#runs.stepSums({ ids: runs.map(({ id }) => id) }),
      this.#schedulesOf(claims),
    ]);
    return runs.map(run =>
      toRun({
        run,
        job: jobs.get(run.jobId),
        steps: sums.get(run.id),
        schedules: schedules.get(run.jobId),
        now,
      }),
    );
  }

  /** Schedules that runs of the claimed jobs answer. */
  async #schedulesOf(
    claims: readonly Claim[],
  ): Promise<Map<string, Schedule[]>> {
    const refs = [...new Set(claims.map(({ pipelineRef }) => pipelineRef))];
    const pipelines = await Promise.all(
      refs.map(ref => this.#pipelines.get({ ref })),
    );
    const specs = new Map(
      pipelines.flatMap(each => (each ? [[each.ref, each.spec]] : [])),
    );
    return new Map(
      claims.map(({ pipelineRef, jobId, audience }) => {
        const schedules = specs.get(pipelineRef)?.schedules ?? [];
        return [
          jobId,
          schedules.filter(
            each => audience === undefined || each.audience === audience,
          ),
        ];
      }),
    );
  }
}
