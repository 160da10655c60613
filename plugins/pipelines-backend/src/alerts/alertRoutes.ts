import {
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { AlertStore } from '../database/alerts/AlertStore';
import { pipelineRef } from '../ingest/measurements/pipelineRef';
import { parse } from '../router/parse';
import { toPipelineAlert } from './toPipelineAlert';

/** What the routes of alerts need. */
export interface AlertRouteOptions {
  httpAuth: HttpAuthService;
  alerts: Pick<AlertStore, 'list'>;
  pipelines: {
    /** @throws if the reader may not see the pipeline, or there is none */
    authorize(options: {
      ref: string;
      credentials: BackstageCredentials;
    }): Promise<unknown>;
  };
}

const LIMIT = 100;

const listQuery = z.strictObject({
  state: z.enum(['firing', 'resolved']).optional(),
});

/** `/v1/pipelines/…/alerts`: alerts about a pipeline, newest first. */
export function alertRoutes(options: AlertRouteOptions): express.Router {
  const { httpAuth, alerts, pipelines } = options;
  const router = Router();

  router.get('/:namespace/:name/alerts', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { namespace, name } = req.params;
    const ref = parse(pipelineRef, `${namespace}/${name}`);
    const { state } = parse(listQuery, req.query);
    await pipelines.authorize({ ref, credentials });
    const found = await alerts.list({ pipelineRef: ref, state, limit: LIMIT });
    res.json({ items: found.map(toPipelineAlert) });
  });

  return router;
}
