import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { OnCallByRefs } from '@techflow/backstage-plugin-pipelines-common';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import type { RouterOptions } from './index';
import { instant, parse } from './parse';
import { toOnCall } from './toOnCall';

const REF = /^(rotation:)?([a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/i;

const rotationRef = z
  .string()
  .max(200)
  .regex(
    REF,
    'must be an entity reference of a Rotation, such as rotation:default/engineers',
  )
  .transform(ref =>
    stringifyEntityRef(
      parseEntityRef(ref, {
        defaultKind: 'Rotation',
        defaultNamespace: 'default',
      }),
    ),
  );

const byRefsBody = z.strictObject({
  rotationRefs: z.array(rotationRef).min(1).max(100),
  at: instant.optional(),
});

/** `/v1/on-call`: who is on call in many rotations at once. */
export function onCallRoutes({
  httpAuth,
  rotations,
}: RouterOptions): express.Router {
  const router = Router();

  router.post('/by-refs', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { rotationRefs, at = new Date() } = parse(byRefsBody, req.body);
    const found = await rotations.readMany(rotationRefs, credentials);
    const answer: OnCallByRefs = {
      items: found.map(rotation => (rotation ? toOnCall(rotation, at) : null)),
    };
    res.json(answer);
  });

  return router;
}
