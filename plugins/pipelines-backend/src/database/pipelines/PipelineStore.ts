import { PipelineSpec } from '@techflow/backstage-plugin-pipelines-common';

/** A pipeline as the catalog last showed it. */
export interface RecordedPipeline {
  /** Full entity reference. */
  readonly ref: string;
  readonly spec: PipelineSpec;
  /** Of the entity. */
  readonly title?: string;
}

/** A job whose runs are runs of a pipeline. */
export interface Claim {
  readonly pipelineRef: string;
  readonly jobId: string;
  /** Whose schedule its runs answer; absent: of all audiences. */
  readonly audience?: string;
}

/** What the backend knows of pipelines without asking the catalog. */
export interface PipelineStore {
  /**
   * Notes what a pipeline is now, and which jobs it claims; if those are others, all
   * its rules are to be judged anew.
   */
  record(options: {
    pipeline: RecordedPipeline;
    claims: readonly Claim[];
    at: Date;
  }): Promise<void>;

  /** Forgets pipelines that the catalog has no more. Their runs stay. */
  remove(options: { refs: readonly string[] }): Promise<void>;

  /** The pipeline of a reference. */
  get(options: { ref: string }): Promise<RecordedPipeline | undefined>;

  /** References, in their order, from after one on. */
  listRefs(options: { limit: number; after?: string }): Promise<string[]>;

  /** The claims of a pipeline. */
  claimsBy(options: { ref: string }): Promise<Claim[]>;

  /** The claims on jobs. */
  claimsOn(options: { jobIds: readonly string[] }): Promise<Claim[]>;
}
