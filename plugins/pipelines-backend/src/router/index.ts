import { NotFoundError } from '@backstage/errors';
import express from 'express';
import Router from 'express-promise-router';
import { absenceRoutes } from '../absences';
import {
  calendarFeedPath,
  calendarFeedRoutes,
  calendarRoutes,
} from '../calendars';
import { alertRoutes } from '../alerts/alertRoutes';
import { ExclusionStore } from '../database';
import { exclusionRoutes, toExclusion } from '../exclusions';
import { handoffRoutes } from '../handoffs';
import { seriesRoutes } from '../measurements/seriesRoutes';
import { failingQueryRoutes, pipelineQueryRoutes } from '../pull';
import { reviewRoutes } from '../reviews';
import { runRoutes } from '../runs/runRoutes';
import { scorecardRoutes, slaRoutes } from '../sla';
import { setupRoutes } from '../setup/setupRoutes';
import { afterChange } from './afterChange';
import { changeRoutes } from './changeRoutes';
import { memberShiftRoutes } from './memberShiftRoutes';
import { onCallRoutes } from './onCallRoutes';
import { rotationRoutes } from './rotationRoutes';
import type { RouterOptions } from './RouterOptions';

export type { RouterOptions } from './RouterOptions';

/** The HTTP API under `/api/pipelines`; `openapi.yaml` beside describes it. */
export function createRouter(options: RouterOptions): express.Router {
  const router = Router();
  router.use('/v1', options.ingestRoutes);
  router.use(express.json());
  router.use('/v1/rotations', rotationRoutes(options));
  router.use('/v1/rotations', changeRoutes(options));
  router.use('/v1/rotations', absenceRoutes(options));
  router.use('/v1/rotations', handoffRoutes(options));
  router.use('/v1/on-call', onCallRoutes(options));
  router.use('/v1/shifts', memberShiftRoutes(options));
  router.use('/v1/calendars', calendarRoutes(options));
  router.use('/v1/runs', runRoutes(options));
  const ofPipeline = { ...options, pipelines: options.access };
  router.use('/v1/pipelines', afterChange(options.onStored));
  router.use('/v1/pipelines', exclusionRoutes(ofPipeline));
  router.use('/v1/pipelines', reviewRoutes(ofPipeline));
  const ofSla = {
    ...options,
    exclusionsTouching: async (
      range: Parameters<ExclusionStore['touching']>[0],
    ) => (await options.exclusions.touching(range)).map(toExclusion),
  };
  router.use('/v1/pipelines', slaRoutes(ofSla));
  router.use('/v1/scorecard', scorecardRoutes(ofSla));
  router.use('/v1/pipelines', seriesRoutes(options));
  router.use('/v1/pipelines', alertRoutes(ofPipeline));
  router.use('/v1/pipelines', pipelineQueryRoutes(ofPipeline));
  router.use('/v1/queries', failingQueryRoutes(options));
  router.use('/v1', setupRoutes(options));
  router.use(calendarFeedPath, calendarFeedRoutes(options));
  router.use('/v1', () => {
    throw new NotFoundError('The pipelines API has no such route');
  });
  return router;
}
