import type { ShiftsPage } from '@techflow/backstage-plugin-pipelines-common';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { resolve } from '../oncall';
import { toOnCall } from './answers/toOnCall';
import { toGap, toShift } from './answers/toShift';
import { toStatistics } from './answers/toStatistics';
import { atMostDays, instant, pageLimit, parse, range } from './parse';
import { rotationRefIn } from './entityPath';
import type { RouterOptions } from './RouterOptions';

const onCallQuery = z.strictObject({ at: instant.optional() });

const shiftsQuery = z
  .strictObject({
    ...range,
    limit: pageLimit({ usual: 100, most: 500 }),
    cursor: z
      .string()
      .regex(/^\d{1,13}$/, 'must be the nextCursor of the page before')
      .transform(text => new Date(Number(text)))
      .optional(),
  })
  .superRefine(atMostDays(400));

const statisticsQuery = z.strictObject(range).superRefine(atMostDays(800));

/** `/v1/rotations/{ref}`: who is on call when, and whether that is fair. */
export function rotationRoutes({
  httpAuth,
  rotations,
  now,
}: Pick<RouterOptions, 'httpAuth' | 'rotations' | 'now'>): express.Router {
  const router = Router();

  router.get('/:namespace/:name/on-call', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { at = now() } = parse(onCallQuery, req.query);
    const ref = rotationRefIn(req);
    const rotation = await rotations.read({ ref, credentials });
    res.json(toOnCall(rotation, at));
  });

  router.get('/:namespace/:name/shifts', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { from, to, limit, cursor = from } = parse(shiftsQuery, req.query);
    const ref = rotationRefIn(req);
    const { state, timeZone } = await rotations.read({ ref, credentials });
    // The cursor is the instant at which the next stretch begins. Whatever
    // changes between two pages, no moment is left out.
    const { shifts, gaps } = resolve(state, cursor > from ? cursor : from, to);
    const left = [...shifts, ...gaps].sort((a, b) => +a.start - +b.start);
    const items = left.slice(0, limit);
    const page: ShiftsPage = {
      rotationRef: ref,
      timeZone,
      items: items.flatMap(each => (each.kind === 'duty' ? toShift(each) : [])),
      gaps: items.flatMap(each => (each.kind === 'gap' ? toGap(each) : [])),
      ...(left.length > limit && { nextCursor: String(+left[limit].start) }),
    };
    res.json(page);
  });

  router.get('/:namespace/:name/statistics', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { from, to } = parse(statisticsQuery, req.query);
    const ref = rotationRefIn(req);
    const rotation = await rotations.read({ ref, credentials });
    res.json(toStatistics(rotation, { from, to, now: now() }));
  });

  return router;
}
