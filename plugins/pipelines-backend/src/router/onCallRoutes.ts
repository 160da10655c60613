import type { OnCallByRefs } from '@techflow/backstage-plugin-pipelines-common';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { toOnCall } from './answers/toOnCall';
import { instant, nothing, parse, refOf } from './parse';
import type { RouterOptions } from './RouterOptions';

const byRefsBody = z.strictObject({
  rotationRefs: z.array(refOf('Rotation')).min(1).max(100),
  at: instant.optional(),
});

/** `/v1/on-call`: who is on call in many rotations at once. */
export function onCallRoutes({
  httpAuth,
  rotations,
  now,
}: Pick<RouterOptions, 'httpAuth' | 'rotations' | 'now'>): express.Router {
  const router = Router();

  router.post('/by-refs', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    parse(nothing, req.query);
    const { rotationRefs, at = now() } = parse(byRefsBody, req.body);
    const found = await rotations.readMany({ refs: rotationRefs, credentials });
    const answer: OnCallByRefs = {
      items: found.map(rotation => (rotation ? toOnCall(rotation, at) : null)),
    };
    res.json(answer);
  });

  return router;
}
