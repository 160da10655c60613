import { HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { pipelineRefIn } from '../router/entityPath';
import { atMostDays, instant, pageLimit, parse, range } from '../router/parse';
import { promiseLines } from './csv/promiseLines';
import { sendCsv, wantsCsv } from './csv/sendCsv';
import { month } from './months';
import { SlaAnswerOptions } from './SlaAnswerOptions';
import { SlaService } from './SlaService';

const MOST_DAYS = 400;

/** The id of a promise or a monitor. */
const ruleId = z.string().min(1).max(200);

const slaQuery = z.strictObject({ month: month.optional() });

const limit = pageLimit({ usual: 200, most: 1_000 });

const slotCursor = z
  .string()
  .max(300)
  .regex(/_./, 'must be the nextCursor of the page before')
  .transform(text => {
    const at = text.indexOf('_');
    return { expectedAt: text.slice(0, at), key: text.slice(at + 1) };
  })
  .pipe(z.object({ expectedAt: instant, key: z.string().max(255) }));

const slotsQuery = z
  .strictObject({
    ...range,
    objective: ruleId,
    limit,
    cursor: slotCursor.optional(),
  })
  .superRefine(atMostDays(MOST_DAYS));

const intervalsQuery = z
  .strictObject({
    ...range,
    objective: ruleId.optional(),
    monitor: ruleId.optional(),
    limit,
    cursor: instant.optional(),
  })
  .superRefine(atMostDays(MOST_DAYS))
  .transform(({ objective, monitor, ...page }, context) => {
    if (objective !== undefined && monitor === undefined) {
      return { kind: 'objective' as const, name: objective, ...page };
    }
    if (monitor !== undefined && objective === undefined) {
      return { kind: 'monitor' as const, name: monitor, ...page };
    }
    context.addIssue({
      code: 'custom',
      message: 'give either objective or monitor, the id of one of them',
    });
    return z.NEVER;
  });

/** `/v1/pipelines/…/sla`, `…/slots` and `…/intervals`: what was judged. */
export function slaRoutes(
  options: SlaAnswerOptions & { httpAuth: HttpAuthService },
): express.Router {
  const { httpAuth } = options;
  const service = new SlaService(options);
  const router = Router();

  router.get('/:namespace/:name/sla', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const pipelineRef = pipelineRefIn(req);
    const query = parse(slaQuery, req.query);
    const { sla, identity } = await service.get({
      pipelineRef,
      ...query,
      credentials,
    });
    if (!wantsCsv(req, res)) {
      res.json(sla);
      return;
    }
    const label = sla.month.month;
    const lines = identity
      ? promiseLines({
          identity,
          month: label,
          objectives: sla.objectives.flatMap(
            ({ months: [{ score }], ...each }) =>
              score ? [{ ...each, score }] : [],
          ),
          exclusions: sla.exclusions,
        })
      : [];
    const { name } = req.params;
    sendCsv(res, { name: `sla-${name}-${label}.csv`, lines });
  });

  router.get('/:namespace/:name/slots', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const pipelineRef = pipelineRefIn(req);
    const { cursor: after, ...query } = parse(slotsQuery, req.query);
    res.json(
      await service.slots({
        pipelineRef,
        ...query,
        ...(after && { after }),
        credentials,
      }),
    );
  });

  router.get('/:namespace/:name/intervals', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const pipelineRef = pipelineRefIn(req);
    const { cursor: after, ...query } = parse(intervalsQuery, req.query);
    res.json(
      await service.intervals({
        pipelineRef,
        ...query,
        ...(after && { after }),
        credentials,
      }),
    );
  });

  return router;
}
