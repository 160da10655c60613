import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { Absence } from '@techflow/backstage-plugin-pipelines-common';
import express from 'express';
import Router from 'express-promise-router';
import { Absence as StoredAbsence, AbsenceStore } from '../database';
import { dateOfDay, dayAt, dayOfDate } from '../oncall/calendarDay';
import { Actor } from '../rotations/Actor';
import { Actors, membersOf } from '../rotations/Actors';
import { Clock } from '../rotations/Clock';
import { KnownRotation } from '../rotations/KnownRotation';
import { RotationService } from '../rotations/RotationService';
import { audited } from '../router/audited';
import { nothing, parse } from '../router/parse';
import { idIn, rotationRefIn } from '../router/entityPath';
import { absenceBody } from './absenceBody';
import { shiftsWithin } from './shiftsWithin';

/** What the routes of absences need. */
export interface AbsenceRouteOptions {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  rotations: Pick<RotationService, 'read'>;
  actors: Pick<Actors, 'authorize'>;
  absences: AbsenceStore;
  now: Clock;
}

const MAX_DAYS_AHEAD = 800;
/** Absences of one member that are not over. */
const MAX_ABSENCES = 100;

function todayOf({ timeZone }: KnownRotation, now: Date): string {
  return dateOfDay(dayAt(now.getTime(), timeZone));
}

function toAbsences(
  listed: readonly StoredAbsence[],
  rotation: KnownRotation,
  now: Date,
): Absence[] {
  const within = shiftsWithin(rotation, listed, now);
  return listed.map(({ id, member, from, to, note }, index) => ({
    id,
    member,
    from,
    to,
    ...(note && { note }),
    shifts: within[index].map(({ number, start, end }) => ({
      number,
      start: start.toISOString(),
      end: end.toISOString(),
    })),
  }));
}

function refuseOthers(actor: Actor, member: string): void {
  if (member === actor.ref || actor.actsForOthers) return;
  throw new NotAllowedError(
    'You may note when you are away yourself; only the owner of the rotation may do so for others',
  );
}

/** `…/absences`: who is away when. */
export function absenceRoutes(options: AbsenceRouteOptions): express.Router {
  const {
    httpAuth,
    auditor,
    rotations,
    actors,
    absences,
    now: clock,
  } = options;
  const router = Router();

  /** Those that are not over. */
  const open = async (rotation: KnownRotation, now: Date) => {
    const from = todayOf(rotation, now);
    const listed = await absences.list({ rotationRef: rotation.ref, from });
    return listed.filter(({ withdrawnAt }) => !withdrawnAt);
  };

  router.get('/:namespace/:name/absences', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    parse(nothing, req.query);
    const ref = rotationRefIn(req);
    const rotation = await rotations.read({ ref, credentials });
    const now = clock();
    const listed = await open(rotation, now);
    res.json({ items: toAbsences(listed, rotation, now) });
  });

  router.post('/:namespace/:name/absences', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const body = parse(absenceBody, req.body);
    const ref = rotationRefIn(req);
    const meta = { rotationRef: ref, from: body.from, to: body.to };
    const absence = await audited(
      { auditor, request: req, eventId: 'absence-add', meta },
      async () => {
        const rotation = await rotations.read({ ref, credentials });
        const actor = await actors.authorize({ rotation, credentials });
        const member = body.member ?? actor.ref;
        refuseOthers(actor, member);
        const now = clock();
        refuseUseless(rotation, { ...body, member }, now);
        const others = await open(rotation, now);
        if (others.filter(o => o.member === member).length >= MAX_ABSENCES) {
          throw new InputError(
            `${member} has ${MAX_ABSENCES} absences ahead; take some back first`,
          );
        }
        const { from, to, note } = body;
        const added = await absences.add({
          absence: {
            rotationRef: ref,
            member,
            from,
            to,
            ...(note && { note }),
            createdBy: actor.ref,
            createdAt: now,
          },
        });
        return toAbsences([added], rotation, now)[0];
      },
    );
    res.status(201).json({ absence });
  });

  router.delete('/:namespace/:name/absences/:id', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const id = idIn(req);
    const ref = rotationRefIn(req);
    const meta = { rotationRef: ref, id };
    await audited(
      { auditor, request: req, eventId: 'absence-remove', meta },
      async () => {
        const rotation = await rotations.read({ ref, credentials });
        const actor = await actors.authorize({ rotation, credentials });
        const found = await absences.get({ id });
        const none = `There is no absence ${id} in ${ref}`;
        if (found?.rotationRef !== ref) throw new NotFoundError(none);
        refuseOthers(actor, found.member);
        if (found.fromCalendar) {
          throw new ConflictError(
            'The absence comes from a calendar: it goes when it is deleted there',
          );
        }
        const isGone = await absences.withdraw({ id, at: clock() });
        if (!isGone) throw new NotFoundError(none);
      },
    );
    res.status(204).end();
  });

  return router;
}

/** @throws InputError unless the absence could matter to the rotation */
function refuseUseless(
  rotation: KnownRotation,
  absence: { member: string; from: string; to: string },
  now: Date,
): void {
  const { member, from, to } = absence;
  if (!membersOf(rotation, now).has(member)) {
    throw new InputError(`member: ${member} is not in ${rotation.ref}`);
  }
  const today = todayOf(rotation, now);
  if (to < today) throw new InputError('to: must not be before today');
  if (dayOfDate(from) - dayOfDate(today) > MAX_DAYS_AHEAD) {
    throw new InputError(`from: must be at most ${MAX_DAYS_AHEAD} days ahead`);
  }
}
