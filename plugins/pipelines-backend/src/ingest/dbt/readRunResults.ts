import { z } from 'zod';
import { parse } from '../../router/parse';
import { Reader, RefusedItem } from '../heard';
import { oneLine } from '../measurements/oneLine';
import { pipelineRef } from '../measurements/pipelineRef';
import {
  nothingKept,
  parseBody,
  parseEach,
  tooOld,
  unlessAllRefused,
} from '../measurements/refusal';
import { UnprocessableError } from '../UnprocessableError';
import { artifact, notOlder } from './artifact';
import { nodeFigures } from './nodeFigures';
import { Invocation, runEvents } from './runEvents';
import { RunResult, runResult } from './runResult';

const YEAR_SECONDS = 366 * 86_400;

const jobPart = oneLine({ longest: 1_000 }).min(1).optional();

const querySchema = z
  .strictObject({ pipelineRef, namespace: jobPart, name: jobPart })
  .transform(({ pipelineRef: ref, namespace, name }, { addIssue }) => {
    const subject = { pipelineRef: ref };
    if (namespace !== undefined && name !== undefined) {
      return { subject, job: { namespace, name } };
    }
    if (namespace !== undefined || name !== undefined) {
      const path = [namespace === undefined ? 'namespace' : 'name'];
      const message = 'must be given too: the two together name a job';
      addIssue({ code: 'custom', path, message, input: undefined });
    }
    return { subject, job: undefined };
  });

const bodySchema = artifact({ schemas: ['run-results'] }).extend({
  elapsed_time: z.number().min(0).max(YEAR_SECONDS).nullish().catch(null),
});

/**
 * @throws UnprocessableError if the call of dbt has no id to name a run by, or if
 * it is not known of a node whether it failed
 */
function asInvocation(options: {
  file: z.output<typeof bodySchema>;
  results: readonly RunResult[];
  refused: readonly RefusedItem[];
}): Invocation {
  const { file, results, refused } = options;
  const { metadata, elapsed_time: elapsed } = file;
  const { invocation_id: runId } = metadata;
  if (!runId) {
    throw new UnprocessableError(
      'metadata.invocation_id is missing: must be there, for it becomes the id of the run; leave namespace and name out of the query to have no run made of the file',
    );
  }
  if (refused.length > 0) throw nothingKept(refused);
  return { metadata, runId, results, ...(elapsed && { elapsed }) };
}

/**
 * Reads `run_results.json` of dbt: tests as assertions, rows and seconds of what
 * was built, and, when the query names a job, a run of it.
 */
export const readRunResults: Reader = ({ body, query, oldest }) => {
  const { subject, job } = parse(querySchema, query);
  const file = parseBody(notOlder(bodySchema, oldest), body);
  const { metadata } = file;
  const { parsed: results, refused } = parseEach({
    schema: runResult.refine(({ endedAt }) => !endedAt || endedAt >= oldest, {
      path: ['timing'],
      error: tooOld(oldest),
    }),
    items: file.results,
    path: 'results',
  });
  return unlessAllRefused({
    received: file.results.length,
    measurements: results.flatMap(each =>
      nodeFigures(each, { metadata, subject }),
    ),
    events: job ? runEvents(job, asInvocation({ file, results, refused })) : [],
    refused,
  });
};
