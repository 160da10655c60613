import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { HandoffStore } from '../database';
import { Handoff, handoffs as plannedHandoffs, Timeline } from '../oncall';
import { Actors } from '../rotations/Actors';
import { Clock } from '../rotations/Clock';
import { KnownRotation } from '../rotations/KnownRotation';
import { RotationService } from '../rotations/RotationService';
import { audited } from '../router/audited';
import { atMostDays, parse, range } from '../router/parse';
import { rotationRefIn } from '../router/entityPath';
import { handoffBody } from './handoffBody';
import { recordOf } from './recordOf';
import { toHandoff } from './toHandoff';

/** What the routes of handoffs need. */
export interface HandoffRouteOptions {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  rotations: Pick<RotationService, 'read'>;
  actors: Pick<Actors, 'authorize'>;
  handoffs: HandoffStore;
  now: Clock;
}

const MAX_DAYS = 400;
const DAY_MS = 86_400_000;

const rangeQuery = z.strictObject(range).superRefine(atMostDays(MAX_DAYS));

const shiftNumber = z
  .string()
  .regex(/^\d{1,9}$/, 'must be the number of a shift')
  .transform(Number);

/**
 * The handoff with which a shift begins.
 *
 * @throws NotFoundError if there is none: no such shift, or the same member goes on
 * @throws InputError if it is too far ahead to be written down
 */
function handoffOf(
  { ref, state }: KnownRotation,
  number: number,
  now: Date,
): Handoff {
  const shift = new Timeline(state.versions).shiftNumbered(number);
  if (shift && shift.start > now.getTime() + MAX_DAYS * DAY_MS) {
    throw new InputError(
      `shiftNumber: begins more than ${MAX_DAYS} days from now`,
    );
  }
  const [handoff] = shift
    ? plannedHandoffs(state, new Date(shift.start), new Date(shift.start + 1))
    : [];
  if (handoff?.number !== number) {
    throw new NotFoundError(`${ref} has no handoff to shift ${number}`);
  }
  return handoff;
}

/** `…/handoffs`: the meeting at each change of duty. */
export function handoffRoutes(options: HandoffRouteOptions): express.Router {
  const {
    httpAuth,
    auditor,
    rotations,
    actors,
    handoffs,
    now: clock,
  } = options;
  const router = Router();

  router.get('/:namespace/:name/handoffs', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { from, to } = parse(rangeQuery, req.query);
    const ref = rotationRefIn(req);
    const { state, timeZone, knownSince } = await rotations.read({
      ref,
      credentials,
    });
    const now = clock();
    const planned = plannedHandoffs(state, from, to);
    const written = await handoffs.list({
      rotationRef: ref,
      fromShift: planned.at(0)?.number ?? 0,
      toShift: planned.at(-1)?.number ?? 0,
    });
    const byShift = new Map(written.map(each => [each.shiftNumber, each]));
    // Meetings from before Backstage knew the rotation are nobody's omission.
    const asked = planned.filter(
      ({ number, meeting }) => meeting.end > knownSince || byShift.has(number),
    );
    res.json({
      items: asked.map(each =>
        toHandoff({
          planned: each,
          written: byShift.get(each.number),
          timeZone,
          now,
        }),
      ),
    });
  });

  router.put('/:namespace/:name/handoffs/:shiftNumber', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const number = parse(shiftNumber, req.params.shiftNumber);
    const body = parse(handoffBody, req.body);
    const ref = rotationRefIn(req);
    const meta = { rotationRef: ref, shiftNumber: number };
    const handoff = await audited(
      { auditor, request: req, eventId: 'handoff-save', meta },
      async () => {
        const rotation = await rotations.read({ ref, credentials });
        const actor = await actors.authorize({ rotation, credentials });
        const now = clock();
        const planned = handoffOf(rotation, number, now);
        const before = await handoffs.get({
          rotationRef: ref,
          shiftNumber: number,
        });
        const written = await handoffs.save({
          handoff: recordOf({
            rotationRef: ref,
            handoff: planned,
            actor,
            before,
            body,
            now,
          }),
          // What is kept of `before` is of this revision, or saving conflicts.
          expectedRevision: body.revision,
        });
        const { timeZone } = rotation;
        return toHandoff({ planned, written, timeZone, now });
      },
    );
    res.json({ handoff });
  });

  return router;
}
