import type {
  RotationChange,
  RotationChangesPage,
} from '@techflow/backstage-plugin-pipelines-common';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { changeAnswers, toPreview } from './answers/toChange';
import { audited } from './audited';
import {
  commaList,
  fewWords,
  instant,
  nothing,
  pageLimit,
  parse,
  refOf,
} from './parse';
import { idIn, rotationRefIn } from './entityPath';
import type { RouterOptions } from './RouterOptions';

const STATES = [
  'proposed',
  'accepted',
  'declined',
  'cancelled',
  'expired',
] as const;

const shiftNumber = z.number().int().min(0).max(1_000_000);

const changeBody = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('swap'),
    shift: shiftNumber,
    withShift: shiftNumber.optional(),
    reason: fewWords.optional(),
  }),
  z.strictObject({
    type: z.literal('cover'),
    from: instant.optional(),
    to: instant.optional(),
    by: refOf('User').optional(),
    reason: fewWords.optional(),
  }),
]);

const makeQuery = z.strictObject({
  dryRun: z.enum(['true', 'false']).default('false'),
});

const listQuery = z.strictObject({
  state: commaList(STATES).optional(),
  limit: pageLimit({ usual: 50, most: 200 }),
  cursor: z.string().max(100).optional(),
});

const EVENT = 'rotation-change';

function metaOf({ id, type, state }: RotationChange) {
  return { id, type, state };
}

const ANSWERS = ['accept', 'decline', 'cancel'] as const;

/** `/v1/rotations/{ref}/changes`: swaps and covers. */
export function changeRoutes({
  httpAuth,
  auditor,
  rotations,
  actors,
  changes,
}: Pick<
  RouterOptions,
  'httpAuth' | 'auditor' | 'rotations' | 'actors' | 'changes'
>): express.Router {
  const router = Router();

  router.get('/:namespace/:name/changes', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { state: states, ...page } = parse(listQuery, req.query);
    const ref = rotationRefIn(req);
    const rotation = await rotations.read({ ref, credentials });
    const { items, nextCursor } = await changes.list({
      rotation,
      ...page,
      ...(states && { states }),
    });
    const answer: RotationChangesPage = {
      items: items.map(changeAnswers(rotation)),
      ...(nextCursor !== undefined && { nextCursor }),
    };
    res.json(answer);
  });

  router.post('/:namespace/:name/changes', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { dryRun } = parse(makeQuery, req.query);
    const request = parse(changeBody, req.body);
    const ref = rotationRefIn(req);
    const authorized = async () => {
      const rotation = await rotations.read({ ref, credentials });
      const actor = await actors.authorize({ rotation, credentials });
      return { rotation, actor };
    };
    if (dryRun === 'true') {
      const by = await authorized();
      const preview = await changes.preview({ ...by, request });
      res.json(toPreview(by.rotation, preview));
      return;
    }
    const { type } = request;
    const meta = { rotationRef: ref, action: 'make', type };
    const change = await audited(
      { auditor, request: req, eventId: EVENT, meta, metaOf },
      async () => {
        const by = await authorized();
        const made = await changes.make({ ...by, request });
        return changeAnswers(by.rotation)(made);
      },
    );
    res.status(201).json({ change });
  });

  for (const answer of ANSWERS) {
    router.post(`/:namespace/:name/changes/:id/${answer}`, async (req, res) => {
      const credentials = await httpAuth.credentials(req, {
        allow: ['user', 'service'],
      });
      parse(nothing, req.query);
      parse(nothing, req.body);
      const ref = rotationRefIn(req);
      const id = idIn(req);
      const meta = { rotationRef: ref, action: answer, id };
      const change = await audited(
        { auditor, request: req, eventId: EVENT, meta, metaOf },
        async () => {
          const rotation = await rotations.read({ ref, credentials });
          const actor = await actors.authorize({ rotation, credentials });
          const given = await changes.answer({ rotation, actor, id, answer });
          return changeAnswers(rotation)(given);
        },
      );
      res.json({ change });
    });
  }

  return router;
}
