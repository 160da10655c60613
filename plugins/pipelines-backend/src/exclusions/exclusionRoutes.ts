import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import {
  Exclusion,
  exclusionChangePermission,
  ExclusionsPage,
} from '@techflow/backstage-plugin-pipelines-common';
import express from 'express';
import Router from 'express-promise-router';
import { ExclusionStore } from '../database/exclusions/ExclusionStore';
import { audited } from '../router/audited';
import { idIn, pipelineRefIn } from '../router/entityPath';
import { nothing, parse } from '../router/parse';
import { authorizeChange, ChangeAccess } from './authorizeChange';
import { cancelBody, exclusionBody } from './exclusionBody';
import { ExclusionService, ExclusionServiceOptions } from './ExclusionService';
import { pageQuery, toPage } from './pages';
import { toExclusion } from './toExclusion';

/** What the routes of exclusions need. */
export interface ExclusionRouteOptions
  extends ChangeAccess,
    ExclusionServiceOptions {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  exclusions: ExclusionStore;
}

/** `/v1/pipelines/…/exclusions`: times that do not count, and why. */
export function exclusionRoutes(
  options: ExclusionRouteOptions,
): express.Router {
  const { httpAuth, auditor, pipelines, exclusions } = options;
  const service = new ExclusionService(options);
  const router = Router();

  router.get('/:namespace/:name/exclusions', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { limit, cursor } = parse(pageQuery, req.query);
    const ref = pipelineRefIn(req);
    await pipelines.authorize({ ref, credentials });
    const read = await exclusions.list({
      pipelineRef: ref,
      limit: limit + 1,
      ...(cursor && { after: { createdAt: cursor.at, id: cursor.id } }),
    });
    const page: ExclusionsPage = toPage(read, {
      limit,
      toItem: toExclusion,
      positionOf: ({ createdAt, id }) => ({ at: createdAt, id }),
    });
    res.json(page);
  });

  router.post('/:namespace/:name/exclusions', async (req, res) => {
    // People only: each exclusion has an author whom others can ask.
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    parse(nothing, req.query);
    const asked = parse(exclusionBody, req.body);
    const ref = pipelineRefIn(req);
    const { type, from, to } = asked;
    const meta = {
      pipelineRef: ref,
      type,
      from: from.toISOString(),
      to: to.toISOString(),
    };
    const metaOf = ({ exclusion }: { exclusion: Exclusion }) => ({
      id: exclusion.id,
    });
    const { exclusion, isNew } = await audited(
      { auditor, request: req, eventId: 'exclusion-add', meta, metaOf },
      async () => {
        const { spec } = await authorizeChange(options, {
          ref,
          credentials,
          permission: exclusionChangePermission,
          deed: `exclude times of ${ref}`,
        });
        const author = credentials.principal.userEntityRef;
        const added = await service.add({ ref, spec, author, asked });
        return { ...added, exclusion: toExclusion(added.exclusion) };
      },
    );
    res.status(isNew ? 201 : 200).json({ exclusion });
  });

  router.post('/:namespace/:name/exclusions/:id/cancel', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    parse(nothing, req.query);
    const { reason } = parse(cancelBody, req.body);
    const ref = pipelineRefIn(req);
    const id = idIn(req);
    const meta = { pipelineRef: ref, id };
    const exclusion = await audited(
      { auditor, request: req, eventId: 'exclusion-cancel', meta },
      async () => {
        await authorizeChange(options, {
          ref,
          credentials,
          permission: exclusionChangePermission,
          deed: `take back exclusions of ${ref}`,
        });
        const by = credentials.principal.userEntityRef;
        return toExclusion(await service.cancel({ ref, id, by, reason }));
      },
    );
    res.json({ exclusion });
  });

  return router;
}
