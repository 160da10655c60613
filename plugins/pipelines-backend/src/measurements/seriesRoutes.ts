import { HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { pipelineRefIn } from '../router/entityPath';
import { atMostDays, pageLimit, parse, range } from '../router/parse';
import { MeasurementService } from './MeasurementService';

const LARGEST_ID = 2_147_483_647;
const seriesId = z.coerce
  .number({ error: 'must be the id of a series, as answered by the API' })
  .int()
  .min(1)
  .max(LARGEST_ID);

const cursor = z
  .string()
  .max(300)
  .regex(/^\d{1,10}_/, 'must be the nextCursor of the page before')
  .transform(text => {
    const at = text.indexOf('_');
    return { id: Number(text.slice(0, at)), metric: text.slice(at + 1) };
  });

const seriesQuery = z.strictObject({
  limit: pageLimit({ usual: 50, most: 200 }),
  cursor: cursor.optional(),
});

const measurementsQuery = z.strictObject(range).superRefine(atMostDays(800));

/** `/v1/pipelines/{ref}/series`: figures measured about a pipeline. */
export function seriesRoutes({
  httpAuth,
  figures,
}: {
  httpAuth: HttpAuthService;
  figures: MeasurementService;
}): express.Router {
  const router = Router();

  router.get('/:namespace/:name/series', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { limit, cursor: after } = parse(seriesQuery, req.query);
    const pipelineRef = pipelineRefIn(req);
    res.json(
      await figures.listSeries({ pipelineRef, limit, after, credentials }),
    );
  });

  router.get(
    '/:namespace/:name/series/:seriesId/measurements',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req);
      const { from, to } = parse(measurementsQuery, req.query);
      const pipelineRef = pipelineRefIn(req);
      const id = parse(z.object({ seriesId }), req.params).seriesId;
      res.json(
        await figures.read({
          pipelineRef,
          seriesId: id,
          from,
          to,
          credentials,
        }),
      );
    },
  );

  return router;
}
