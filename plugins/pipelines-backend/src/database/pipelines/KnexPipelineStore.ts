import { DatabaseService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { inChunks } from '../inChunks';
import { inTransaction } from '../inTransaction';
import { fromDate } from '../instant';
import { touchAll } from '../rules/touchAll';
import { identityOf } from '../scores/identityOf';
import { slicesOf } from '../slicesOf';
import { Claim, PipelineStore, RecordedPipeline } from './PipelineStore';

type PipelineRow = {
  pipeline_ref: string;
  /** JSON. */
  spec: string;
  recorded_at: string;
  title: string | null;
  owner_ref: string | null;
  system_ref: string | null;
  criticality: string | null;
};

type PipelineJobRow = {
  pipeline_ref: string;
  job_id: string;
  audience: string | null;
};

/** What lists of pipelines are filtered and grouped by, as columns. */
function attributesOf(pipeline: RecordedPipeline) {
  const { title, owner, system, criticality } = identityOf(pipeline);
  return {
    title: title ?? null,
    owner_ref: owner,
    system_ref: system ?? null,
    criticality,
  };
}

/** Which jobs are claimed for whom, to be compared. */
function namesOf(rows: readonly PipelineJobRow[]): string {
  return rows
    .map(({ job_id, audience }) => `${job_id} ${audience ?? ''}`)
    .sort()
    .join('\n');
}

function toClaim({ pipeline_ref, job_id, audience }: PipelineJobRow): Claim {
  return {
    pipelineRef: pipeline_ref,
    jobId: job_id,
    ...(audience !== null && { audience }),
  };
}

/** {@link PipelineStore} on SQLite and PostgreSQL. */
export class KnexPipelineStore implements PipelineStore {
  readonly #knex: Knex;

  static async create(options: { database: DatabaseService }) {
    return new KnexPipelineStore(await options.database.getClient());
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async record(options: {
    pipeline: RecordedPipeline;
    claims: readonly Claim[];
    at: Date;
  }): Promise<void> {
    const { pipeline, claims, at } = options;
    const pipeline_ref = pipeline.ref;
    await inTransaction(this.#knex, async transaction => {
      // First of all, so that of two who record it the second waits here.
      await transaction<PipelineRow>('pipelines')
        .insert({
          pipeline_ref,
          spec: JSON.stringify(pipeline.spec),
          recorded_at: fromDate(at),
          ...attributesOf(pipeline),
        })
        .onConflict('pipeline_ref')
        .merge();
      const jobs = transaction<PipelineJobRow>('pipeline_jobs');
      const claimed = await jobs.clone().where({ pipeline_ref }).select();
      await jobs.clone().where({ pipeline_ref }).delete();
      const rows = claims.map(({ jobId, audience }) => ({
        pipeline_ref,
        job_id: jobId,
        audience: audience ?? null,
      }));
      for (const some of slicesOf(rows)) await jobs.clone().insert(some);
      if (namesOf(rows) !== namesOf(claimed)) {
        await touchAll(transaction, { pipelineRef: pipeline_ref, at });
      }
    });
  }

  async remove(options: { refs: readonly string[] }): Promise<void> {
    await inTransaction(this.#knex, async transaction => {
      for (const table of ['pipelines', 'pipeline_jobs']) {
        await transaction(table)
          .whereIn('pipeline_ref', [...options.refs])
          .delete();
      }
    });
  }

  async get(options: { ref: string }): Promise<RecordedPipeline | undefined> {
    const row = await this.#knex<PipelineRow>('pipelines')
      .where({ pipeline_ref: options.ref })
      .first();
    return (
      row && {
        ref: row.pipeline_ref,
        spec: JSON.parse(row.spec),
        ...(row.title !== null && { title: row.title }),
      }
    );
  }

  async listRefs(options: {
    limit: number;
    after?: string;
  }): Promise<string[]> {
    const { limit, after } = options;
    const query = this.#knex<PipelineRow>('pipelines')
      .orderBy('pipeline_ref')
      .limit(limit);
    if (after !== undefined) query.where('pipeline_ref', '>', after);
    return (await query.select('pipeline_ref')).map(
      ({ pipeline_ref }) => pipeline_ref,
    );
  }

  async claimsBy(options: { ref: string }): Promise<Claim[]> {
    const rows = await this.#knex<PipelineJobRow>('pipeline_jobs')
      .where({ pipeline_ref: options.ref })
      .select();
    return rows.map(toClaim);
  }

  async claimsOn(options: { jobIds: readonly string[] }): Promise<Claim[]> {
    const rows = await inChunks(options.jobIds, ids =>
      this.#knex<PipelineJobRow>('pipeline_jobs')
        .whereIn('job_id', ids)
        .select(),
    );
    return rows.map(toClaim);
  }
}
