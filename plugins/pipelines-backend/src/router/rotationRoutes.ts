import { stringifyEntityRef } from '@backstage/catalog-model';
import type { ShiftsPage } from '@techflow/backstage-plugin-pipelines-common';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { shifts } from '../oncall';
import type { RouterOptions } from './index';
import { instant, parse } from './parse';
import { toOnCall, toShift } from './toOnCall';

const MAX_DAYS = 400;
const DAY_MS = 86_400_000;

const onCallQuery = z.strictObject({ at: instant.optional() });

const shiftsQuery = z
  .strictObject({
    from: instant,
    to: instant,
    limit: z.coerce.number().int().min(1).max(500).default(100),
    cursor: z
      .string()
      .regex(/^\d{1,9}$/, 'must be the nextCursor of the page before')
      .optional(),
  })
  .refine(({ from, to }) => from < to, {
    path: ['to'],
    error: 'must be later than from',
  })
  .refine(({ from, to }) => +to - +from <= MAX_DAYS * DAY_MS, {
    path: ['to'],
    error: `must be at most ${MAX_DAYS} days after from`,
  });

function rotationRef({ params }: express.Request): string {
  const { namespace, name } = params;
  return stringifyEntityRef({ kind: 'Rotation', namespace, name });
}

/** `/v1/rotations`: shifts of a rotation, and who is on call. */
export function rotationRoutes({
  httpAuth,
  rotations,
}: RouterOptions): express.Router {
  const router = Router();

  router.get('/:namespace/:name/on-call', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { at = new Date() } = parse(onCallQuery, req.query);
    const rotation = await rotations.read(rotationRef(req), credentials);
    res.json(toOnCall(rotation, at));
  });

  router.get('/:namespace/:name/shifts', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { from, to, limit, cursor } = parse(shiftsQuery, req.query);
    const { ref, plan } = await rotations.read(rotationRef(req), credentials);
    // At most one shift a day, so a whole range is a few hundred at most: the
    // page is cut from it, and the cursor is the number of the next shift.
    const left = shifts(plan, from, to).filter(
      ({ number }) => number >= Number(cursor ?? 0),
    );
    const page: ShiftsPage = {
      rotationRef: ref,
      timeZone: plan.timeZone,
      items: left.slice(0, limit).map(toShift),
      ...(left.length > limit && { nextCursor: String(left[limit].number) }),
    };
    res.json(page);
  });

  return router;
}
