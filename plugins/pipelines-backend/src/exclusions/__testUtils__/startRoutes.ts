import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { PipelineSpec } from '@techflow/backstage-plugin-pipelines-common';
import express from 'express';
import { Knex } from 'knex';
import request from 'supertest';
import { KnexExclusionStore } from '../../database/exclusions/KnexExclusionStore';
import { migrate } from '../../database/migrate';
import { KnexReviewStore } from '../../database/reviews/KnexReviewStore';
import { PipelineAccess } from '../../pipelines/PipelineAccess';
import { reviewRoutes } from '../../reviews';
import { exclusionRoutes } from '../exclusionRoutes';

const DAY_MS = 86_400_000;

/** Data is kept for so long in these tests. */
export const KEPT_DAYS = 400;

/** A pipeline in a namespace of its own, with promises, monitors and reviews. */
export function reviewed(changes: Partial<PipelineSpec> = {}): Entity {
  const spec: PipelineSpec = {
    type: 'batch',
    lifecycle: 'production',
    purpose: 'Calculate profit',
    criticality: 'high',
    owner: 'data-engineering',
    sla: {
      timeZone: 'America/New_York',
      objectives: [
        { id: 'fresh', type: 'freshness', maxAge: '24h' },
        {
          id: 'accuracy',
          type: 'review',
          every: 'month',
          by: 'analysts',
          due: '5th business day 17:00',
        },
        { id: 'weekly', type: 'review', every: 'week', by: 'user:lead' },
        {
          id: 'board',
          type: 'review',
          every: 'quarter',
          by: 'group:default/x',
        },
      ],
    },
    monitors: [
      { id: 'quiet', type: 'silence', silentFor: '6h', severity: 'low' },
    ],
    ...changes,
  };
  return {
    apiVersion: 'techflow.io/v1alpha1',
    kind: 'Pipeline',
    metadata: { name: 'profit', namespace: 'finance' },
    spec: { ...spec },
  };
}

export const REF = 'pipeline:finance/profit';

/** Headers of a person, by name in the namespace of the pipeline. */
export const person = (name: string) => ({
  Authorization: mockCredentials.user.header(`user:finance/${name}`),
});

/** Headers of a tool with a token of its own. */
export const tool = () => ({ Authorization: mockCredentials.service.header() });

/** The routes of exclusions and reviews by themselves, on a database. */
export async function startRoutes(options: {
  knex: Knex;
  entities?: Entity[];
  /** Names of permissions that the policy refuses. */
  denied?: string[];
  now: () => Date;
}) {
  const { knex, entities = [reviewed()], denied = [], now } = options;
  const database = { getClient: async () => knex };
  await migrate(database);
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(({ permission }) => ({
        result: denied.includes(permission.name)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      })),
  });
  const audit: object[] = [];
  const auditor = mockServices.auditor.mock({
    createEvent: async ({ eventId, severityLevel, meta }) => ({
      success: async with_ => {
        const outcome = 'success';
        audit.push({ eventId, severityLevel, meta, outcome, ...with_?.meta });
      },
      fail: async ({ error }) => {
        const { message } = error;
        audit.push({ eventId, severityLevel, meta, outcome: 'fail', message });
      },
    }),
  });
  const plain = mockServices.userInfo();
  const userInfo = mockServices.userInfo.mock({
    getUserInfo: async credentials => {
      const { userEntityRef } = await plain.getUserInfo(credentials);
      const isAnalyst = userEntityRef.includes('/analyst');
      return {
        userEntityRef,
        ownershipEntityRefs: [
          userEntityRef,
          ...(isAnalyst ? ['group:finance/analysts'] : ['group:default/x']),
        ],
      };
    },
  });
  const routeOptions = {
    httpAuth: mockServices.httpAuth({ pluginId: 'pipelines' }),
    auditor,
    permissions,
    userInfo,
    pipelines: new PipelineAccess({
      catalog: catalogServiceMock({ entities }),
      permissions,
    }),
    exclusions: await KnexExclusionStore.create({ database }),
    reviews: await KnexReviewStore.create({ database }),
    now,
    oldest: (at: Date) => new Date(+at - KEPT_DAYS * DAY_MS),
  };
  const app = express();
  app.use(express.json());
  app.use('/v1/pipelines', exclusionRoutes(routeOptions));
  app.use('/v1/pipelines', reviewRoutes(routeOptions));
  app.use(
    MiddlewareFactory.create({
      config: mockServices.rootConfig(),
      logger: mockServices.logger.mock(),
    }).error(),
  );
  return { api: request(app), audit, permissions };
}
