import {
  AuditorService,
  DiscoveryService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import type { CalendarFeed } from '@techflow/backstage-plugin-pipelines-common';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { CalendarFeed as StoredFeed, CalendarFeedStore } from '../database';
import { membersOf } from '../rotations/Actors';
import { Clock } from '../rotations/Clock';
import { RotationService } from '../rotations/RotationService';
import { audited } from '../router/audited';
import { parse, refOf } from '../router/parse';
import { idIn } from '../router/entityPath';
import { calendarFeedPath } from './calendarFeedRoutes';

/** What the routes of calendar feeds need. */
export interface CalendarRouteOptions {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  discovery: DiscoveryService;
  rotations: Pick<RotationService, 'read'>;
  feeds: CalendarFeedStore;
  now: Clock;
}

/** Feeds of one person that are not revoked. */
const MAX_FEEDS = 50;

const feedBody = z.strictObject({
  rotationRef: refOf('Rotation'),
  scope: z.enum(['rotation', 'mine']),
});

const listQuery = z.strictObject({ rotationRef: refOf('Rotation') });

function toFeed(feed: StoredFeed): CalendarFeed {
  const { id, rotationRef, member, createdAt, lastReadAt } = feed;
  return {
    id,
    rotationRef,
    ...(member !== undefined && { member }),
    createdAt: createdAt.toISOString(),
    ...(lastReadAt && { lastReadAt: lastReadAt.toISOString() }),
  };
}

/** `/v1/calendars`: the feeds of the one who asks, and of nobody else. */
export function calendarRoutes(options: CalendarRouteOptions): express.Router {
  const { httpAuth, auditor, discovery, rotations, feeds, now } = options;
  const router = Router();

  /** Feeds are personal: a service has no phone. */
  const userOf = async (req: express.Request) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    return { credentials, user: credentials.principal.userEntityRef };
  };

  const openFeeds = async (user: string) =>
    (await feeds.listOf({ createdBy: user })).filter(
      ({ revokedAt }) => !revokedAt,
    );

  router.get('/', async (req, res) => {
    const { user } = await userOf(req);
    const { rotationRef } = parse(listQuery, req.query);
    const items = (await openFeeds(user))
      .filter(feed => feed.rotationRef === rotationRef)
      .map(toFeed);
    res.json({ items });
  });

  router.post('/', async (req, res) => {
    const { credentials, user } = await userOf(req);
    const { rotationRef, scope } = parse(feedBody, req.body);
    const answer = await audited(
      {
        auditor,
        request: req,
        eventId: 'calendar-feed-create',
        meta: { rotationRef, scope },
      },
      async () => {
        const rotation = await rotations.read({
          ref: rotationRef,
          credentials,
        });
        const isMine = scope === 'mine';
        if (isMine && !membersOf(rotation, now()).has(user)) {
          throw new InputError(
            `scope: you (${user}) are not in ${rotationRef}`,
          );
        }
        if ((await openFeeds(user)).length >= MAX_FEEDS) {
          throw new InputError(
            `You have ${MAX_FEEDS} calendar feeds; revoke some first`,
          );
        }
        const { feed, token } = await feeds.create({
          feed: {
            rotationRef,
            ...(isMine && { member: user }),
            createdBy: user,
            createdAt: now(),
          },
        });
        const base = await discovery.getExternalBaseUrl('pipelines');
        const url = `${base}${calendarFeedPath}/${token}.ics`;
        return { feed: toFeed(feed), url };
      },
    );
    // The address is a secret: nothing on the way is to keep it.
    res.set('Cache-Control', 'no-store').status(201).json(answer);
  });

  router.delete('/:id', async (req, res) => {
    const { user } = await userOf(req);
    const id = idIn(req);
    await audited(
      { auditor, request: req, eventId: 'calendar-feed-revoke', meta: { id } },
      async () => {
        const feed = await feeds.get({ id });
        const isTheirs = feed?.createdBy === user;
        if (!isTheirs || !(await feeds.revoke({ id, at: now() }))) {
          throw new NotFoundError(`You have no calendar feed ${id}`);
        }
      },
    );
    res.status(204).end();
  });

  return router;
}
