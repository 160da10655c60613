import type { MemberShift } from '@techflow/backstage-plugin-pipelines-common';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { rotationsThrough } from '../catalog/rotationsThrough';
import { resolve } from '../oncall';
import { KnownRotation } from '../rotations/KnownRotation';
import { atMostDays, parse, range, refOf } from './parse';
import type { RouterOptions } from './RouterOptions';

const memberShiftsQuery = z
  .strictObject({ ...range, member: refOf('User') })
  .superRefine(atMostDays(400));

function shiftsOf(
  { ref, timeZone, state }: KnownRotation,
  { member, from, to }: { member: string; from: Date; to: Date },
): MemberShift[] {
  return resolve(state, from, to)
    .shifts.filter(({ primary }) => primary === member)
    .map(({ number, start, end, reasons }) => ({
      rotationRef: ref,
      timeZone,
      number,
      start: start.toISOString(),
      end: end.toISOString(),
      reasons: reasons.map(({ text }) => text),
    }));
}

/** `/v1/shifts`: the duty of one person, in whatever rotation. */
export function memberShiftRoutes({
  httpAuth,
  catalog,
  rotations,
}: Pick<RouterOptions, 'httpAuth' | 'catalog' | 'rotations'>): express.Router {
  const router = Router();

  router.get('/', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const query = parse(memberShiftsQuery, req.query);
    const { member } = query;
    const refs = await rotationsThrough({ catalog, member, credentials });
    const found = await rotations.readMany({ refs, credentials });
    const items = found
      .flatMap(rotation => (rotation ? shiftsOf(rotation, query) : []))
      .sort((one, other) => (one.start < other.start ? -1 : 1));
    res.json({ items });
  });

  return router;
}
