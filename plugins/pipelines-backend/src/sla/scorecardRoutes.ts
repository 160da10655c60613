import { HttpAuthService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Exclusion } from '@techflow/backstage-plugin-pipelines-common';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { pageLimit, parse } from '../router/parse';
import { Cell, promiseLines } from './csv/promiseLines';
import { sendCsv, wantsCsv } from './csv/sendCsv';
import { month } from './months';
import { CRITICALITIES } from './scorecard/groupsOf';
import { cursor } from './scorecard/position';
import { PipelineMonth } from './scorecard/ScorecardDetails';
import { ScorecardService } from './scorecard/ScorecardService';
import { SlaAnswerOptions } from './SlaAnswerOptions';

/** A reference to an owner or a system; in full and in lower case afterwards. */
function refWithin(defaultKind: string, allowed: string) {
  return z
    .string()
    .max(200)
    .regex(
      /^([a-z][a-z0-9]*:)?([a-z0-9][a-z0-9._-]*\/)?[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/i,
      `must be an entity reference such as ${allowed}`,
    )
    .transform(ref =>
      stringifyEntityRef(
        parseEntityRef(ref, { defaultKind, defaultNamespace: 'default' }),
      ),
    );
}

const scorecardQuery = z.strictObject({
  month: month.optional(),
  owner: refWithin('Group', 'group:default/finance').optional(),
  system: refWithin('System', 'system:default/warehouse').optional(),
  criticality: z.enum(CRITICALITIES).optional(),
  limit: pageLimit({ usual: 50, most: 200 }),
  cursor: cursor.optional(),
});

/** `/v1/scorecard`: how all pipelines that the reader may see keep their promises. */
export function scorecardRoutes(
  options: SlaAnswerOptions & { httpAuth: HttpAuthService },
): express.Router {
  const { httpAuth, exclusionsTouching } = options;
  const service = new ScorecardService(options);
  const router = Router();

  const exclusionsOf = async (
    pipelineRef: string,
    { month: { from, to }, objectives }: PipelineMonth,
  ): Promise<readonly Exclusion[]> =>
    objectives.some(({ score }) => score.exclusionIds.length > 0)
      ? exclusionsTouching({
          pipelineRef,
          from: new Date(from),
          to: new Date(to),
        })
      : [];

  router.get('/', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const query = parse(scorecardQuery, req.query);
    const { limit, cursor: after, ...filter } = query;
    if (!wantsCsv(req, res)) {
      res.json(
        await service.page({
          filter,
          limit,
          ...(after && { after }),
          credentials,
        }),
      );
      return;
    }
    const { month: label, pipelines } = await service.all({
      filter,
      credentials,
    });
    const lines: Cell[][] = [];
    for (const { identity, month: found } of pipelines) {
      lines.push(
        ...promiseLines({
          identity,
          month: label,
          objectives: found.objectives,
          exclusions: await exclusionsOf(identity.ref, found),
        }),
      );
    }
    sendCsv(res, { name: `scorecard-${label}.csv`, lines });
  });

  return router;
}
