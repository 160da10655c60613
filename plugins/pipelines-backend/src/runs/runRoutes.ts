import { HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { jobIdOf } from '../ingest/openlineage/names';
import { commaList, instant, pageLimit, parse, refOf } from '../router/parse';
import { RunService } from './RunService';

const STATES = ['running', 'complete', 'failed', 'aborted', 'unknown'] as const;
const ID = /^[\w-]{43}$/;

const cursor = z
  .string()
  .transform(text => {
    // The first one: ids have underscores of their own.
    const at = text.indexOf('_');
    return [text.slice(0, at), text.slice(at + 1)];
  })
  .pipe(z.tuple([instant, z.string().regex(ID)]))
  .transform(([begunAt, id]) => ({ begunAt, id }));

const name = z.string().min(1).max(4_000);

const runsQuery = z
  .strictObject({
    pipelineRef: refOf('Pipeline').optional(),
    namespace: name.optional(),
    name: name.optional(),
    state: commaList(STATES).optional(),
    limit: pageLimit({ usual: 25, most: 100 }),
    cursor: cursor.optional(),
  })
  .transform(({ pipelineRef, namespace, name: job, ...page }, context) => {
    if (pipelineRef && !namespace && !job) return { pipelineRef, ...page };
    if (!pipelineRef && namespace && job) {
      return { job: { namespace, name: job }, ...page };
    }
    context.addIssue({
      code: 'custom',
      message:
        'give either pipelineRef, or the namespace and the name of a job',
    });
    return z.NEVER;
  });

const runParams = z.object({
  id: z.string().regex(ID, 'must be the id of a run, as answered by the API'),
});

/** `/v1/runs`: runs folded from events. */
export function runRoutes({
  httpAuth,
  runs,
}: {
  httpAuth: HttpAuthService;
  runs: RunService;
}): express.Router {
  const router = Router();

  router.get('/', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const query = parse(runsQuery, req.query);
    const { state: states, limit, cursor: after } = query;
    const options = { states, limit, after, credentials };
    res.json(
      'pipelineRef' in query
        ? await runs.listOfPipeline({
            ...options,
            pipelineRef: query.pipelineRef,
          })
        : await runs.listOfJob({ ...options, jobId: jobIdOf(query.job) }),
    );
  });

  router.get('/:id', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { id } = parse(runParams, req.params);
    res.json({ run: await runs.get({ id, credentials }) });
  });

  router.get('/:id/steps', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { id } = parse(runParams, req.params);
    res.json({ items: await runs.steps({ id, credentials }) });
  });

  return router;
}
