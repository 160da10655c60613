import { PipelineSpec } from '@techflow/backstage-plugin-pipelines-common';
import { Claim } from '../database';
import { jobIdOf } from '../ingest/openlineage/names';

/** The jobs that a pipeline claims, each once. Pure. */
export function claimsOf(pipelineRef: string, spec: PipelineSpec): Claim[] {
  const claims = (spec.jobs ?? []).map(({ audience, ...job }) => ({
    pipelineRef,
    jobId: jobIdOf(job),
    ...(audience && { audience }),
  }));
  return [...new Map(claims.map(claim => [claim.jobId, claim])).values()];
}
