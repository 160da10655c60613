import { createHash } from 'node:crypto';
import { isError } from '@backstage/errors';
import express from 'express';
import Router from 'express-promise-router';
import {
  CalendarFeed,
  CalendarFeedStore,
  RotationVersionStore,
} from '../database';
import { Clock } from '../rotations/Clock';
import { KnownRotation } from '../rotations/KnownRotation';
import { RotationService } from '../rotations/RotationService';
import { feedDocument } from './feedDocument';
import { limitByAddress, limitByToken } from './feedLimits';

/**
 * Where calendars read their feeds, within the plugin. To be opened with
 * `httpRouter.addAuthPolicy({ path: calendarFeedPath, allow: 'unauthenticated' })`.
 * A path of its own: a policy opens all that lies below its path, and below
 * `/v1/calendars` lie routes that need credentials.
 */
export const calendarFeedPath = '/v1/calendar-feeds';

/** What the route of the feeds needs. */
export interface CalendarFeedRouteOptions {
  feeds: CalendarFeedStore;
  versions: RotationVersionStore;
  rotations: Pick<RotationService, 'readAsPlugin'>;
  now: Clock;
}

const HOUR_MS = 3_600_000;
const MAX_AGE_SECONDS = 900;

/** The same for every reason, so that nobody learns whether there was a feed. */
function refuse(res: express.Response): void {
  res
    .status(404)
    .set('Cache-Control', 'no-store')
    .type('text/plain')
    .send('There is no such calendar\n');
}

/**
 * {@link calendarFeedPath}`/:token.ics`: a feed for a phone, which has no
 * credentials but the secret in the address. What is wrong or revoked costs one
 * look into an index, what is malformed not even that.
 */
export function calendarFeedRoutes(
  options: CalendarFeedRouteOptions,
): express.Router {
  const { feeds, versions, rotations, now: clock } = options;
  const router = Router();

  const rotationOf = async (
    feed: CalendarFeed | undefined,
  ): Promise<KnownRotation | undefined> => {
    if (!feed) return undefined;
    try {
      return await rotations.readAsPlugin({ ref: feed.rotationRef });
    } catch (error) {
      // Whose rotation is gone may not see it any more.
      if (isError(error) && error.name === 'NotFoundError') return undefined;
      throw error;
    }
  };

  // Backstage logs the address of each request when it is answered; here the
  // address is a secret.
  router.use((req, _res, next) => {
    req.originalUrl = `${req.baseUrl}/[secret].ics`;
    next();
  });
  router.use(limitByAddress());

  router.get('/:token.ics', limitByToken(), async (req, res) => {
    const feed = await feeds.findByToken({ token: req.params.token });
    const rotation = await rotationOf(feed);
    if (!feed || !rotation) {
      refuse(res);
      return;
    }
    const now = clock();
    const lastRead = feed.lastReadAt?.getTime() ?? -Infinity;
    if (now.getTime() - lastRead >= HOUR_MS) {
      await feeds.markRead({ id: feed.id, at: now });
    }
    const { rotationRef } = feed;
    const document = feedDocument({
      feed,
      rotation,
      versions: await versions.list({ rotationRef }),
      now,
    });
    const hash = createHash('sha256').update(document).digest('base64url');
    // Express compares the tag with If-None-Match, and answers 304.
    res
      .set('ETag', `"${hash}"`)
      .set('Cache-Control', `private, max-age=${MAX_AGE_SECONDS}`)
      .set('Content-Disposition', 'inline; filename="on-call.ics"')
      .type('text/calendar')
      .send(document);
  });

  router.use((_req, res) => refuse(res));

  return router;
}
