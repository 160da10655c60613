import { HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { MetricQueryStore } from '../database/metricQueries/MetricQueryStore';
import { PipelineAccess } from '../pipelines/PipelineAccess';
import { pipelineRefIn } from '../router/entityPath';
import { nothing, parse } from '../router/parse';
import { toMetricQuery } from './toMetricQuery';

const MOST_FAILING = 100;

const failingQuery = z.strictObject({
  state: z.literal('failing', { error: 'must be failing' }),
});

/** Below `/v1/pipelines`: how the questions of one pipeline go. */
export function pipelineQueryRoutes(options: {
  httpAuth: HttpAuthService;
  pipelines: Pick<PipelineAccess, 'authorize'>;
  queries: Pick<MetricQueryStore, 'listOf'>;
}): express.Router {
  const { httpAuth, pipelines, queries } = options;
  const router = Router();

  router.get('/:namespace/:name/queries', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    parse(nothing, req.query);
    const ref = pipelineRefIn(req);
    await pipelines.authorize({ ref, credentials });
    const questions = await queries.listOf({ pipelineRef: ref });
    res.json({ items: questions.map(toMetricQuery) });
  });

  return router;
}

/** `/v1/queries`: questions of all pipelines that fail. */
export function failingQueryRoutes(options: {
  httpAuth: HttpAuthService;
  access: Pick<PipelineAccess, 'authorizeIngest'>;
  queries: Pick<MetricQueryStore, 'listFailing'>;
}): express.Router {
  const { httpAuth, access, queries } = options;
  const router = Router();

  router.get('/', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    parse(failingQuery, req.query);
    await access.authorizeIngest({ credentials });
    const questions = await queries.listFailing({ limit: MOST_FAILING });
    res.json({ items: questions.map(toMetricQuery) });
  });

  return router;
}
