import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { DatabaseService } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Exclusion } from '@techflow/backstage-plugin-pipelines-common';
import express from 'express';
import request from 'supertest';
import { profit } from '../../__testUtils__/profit';
import { seedingOf } from '../../database/scores/__testUtils__/seedJudged';
import { KnexPortfolioStore } from '../../database/scores/KnexPortfolioStore';
import { KnexScoreStore } from '../../database/scores/KnexScoreStore';
import { PipelineAccess } from '../../pipelines/PipelineAccess';
import { scorecardRoutes } from '../scorecardRoutes';
import { slaRoutes } from '../slaRoutes';

/** How the policy decides about all pipelines at once, by permission. */
export type Policy = Partial<
  Record<
    'catalog.entity.read' | 'pipelines.pipeline.read',
    'ALLOW' | 'DENY' | 'CONDITIONAL'
  >
>;

/**
 * The routes of what was judged, on tables that a test fills, with a catalog and a
 * policy.
 */
export async function startSla(options: {
  database: DatabaseService;
  now: () => Date;
  /** Names of the pipelines that the reader's catalog has. */
  known?: string[];
  /** Names of those that the policy hides. */
  denied?: string[];
  policy?: Policy;
  exclusions?: Exclusion[];
}) {
  const { database, now, known = ['profit'], denied = [] } = options;
  const { policy = {}, exclusions = [] } = options;
  const authorize = jest.fn(
    async (requests: readonly { resourceRef?: string }[]) =>
      requests.map(({ resourceRef }) => ({
        result: denied.some(name => resourceRef?.endsWith(`/${name}`))
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      })),
  );
  const permissions = mockServices.permissions.mock({
    authorize: async requests => authorize(requests),
    authorizeConditional: async requests =>
      requests.map(({ permission: { name } }) => {
        const decided = Object.entries(policy).find(([each]) => each === name);
        switch (decided?.[1]) {
          case 'DENY':
            return { result: AuthorizeResult.DENY };
          case 'CONDITIONAL':
            return {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'catalog',
              resourceType: 'catalog-entity',
              conditions: {
                rule: 'IS_ENTITY_OWNER',
                resourceType: 'catalog-entity',
                params: {},
              },
            };
          default:
            return { result: AuthorizeResult.ALLOW };
        }
      }),
  });
  const catalog = catalogServiceMock({
    entities: known.map(name => {
      const entity = profit();
      const title = `Title of ${name}`;
      return { ...entity, metadata: { ...entity.metadata, name, title } };
    }),
  });
  const exclusionsTouching = jest.fn(async (_: object) => exclusions);
  const sla = {
    httpAuth: mockServices.httpAuth({
      defaultCredentials: mockCredentials.user(),
    }),
    access: new PipelineAccess({ catalog, permissions }),
    scores: await KnexScoreStore.create({ database }),
    portfolio: await KnexPortfolioStore.create({ database }),
    exclusionsTouching,
    closeAfterDays: 5,
    now,
  };
  const app = express();
  app.use('/v1/pipelines', slaRoutes(sla));
  app.use('/v1/scorecard', scorecardRoutes(sla));
  app.use(
    MiddlewareFactory.create({
      config: mockServices.rootConfig(),
      logger: mockServices.logger.mock(),
    }).error(),
  );
  return {
    api: request(app),
    authorize,
    exclusionsTouching,
    seed: seedingOf(await database.getClient()),
  };
}
