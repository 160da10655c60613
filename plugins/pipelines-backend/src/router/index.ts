import { HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { RotationReader } from '../catalog/RotationReader';
import { onCallRoutes } from './onCallRoutes';
import { rotationRoutes } from './rotationRoutes';

/** What the routes need. */
export interface RouterOptions {
  httpAuth: HttpAuthService;
  rotations: RotationReader;
}

/** The HTTP API under `/api/pipelines`; `openapi.yaml` beside describes it. */
export function createRouter(options: RouterOptions): express.Router {
  const router = Router();
  router.use(express.json());
  router.use('/v1/rotations', rotationRoutes(options));
  router.use('/v1/on-call', onCallRoutes(options));
  return router;
}
