import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  BackendFeature,
  SchedulerServiceTaskFunction,
} from '@backstage/backend-plugin-api';
import { Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { RELATION_ROTATES_THROUGH } from '@techflow/backstage-plugin-pipelines-common';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import request from 'supertest';
import { createPipelinesPlugin } from '../plugin';

export const OWNER = 'group:default/data-engineering';

/** A rotation of two, weekly from Monday 2026-11-23 09:00 in New York. */
export const rotation: Entity = {
  apiVersion: 'techflow.io/v1alpha1',
  kind: 'Rotation',
  metadata: { name: 'engineers', namespace: 'default' },
  spec: {
    type: 'weekly',
    owner: 'group:data-engineering',
    members: ['engineer-a', 'user:engineer-b'],
    start: '2026-11-23',
    handoff: { weekday: 'monday', time: '09:00', timeZone: 'America/New_York' },
  },
  relations: [
    { type: RELATION_OWNED_BY, targetRef: OWNER },
    {
      type: RELATION_ROTATES_THROUGH,
      targetRef: 'user:default/engineer-a',
    },
    {
      type: RELATION_ROTATES_THROUGH,
      targetRef: 'user:default/engineer-b',
    },
  ],
};

/** What the permission policy is asked. */
export interface Asked {
  permission: string;
  resourceRef?: string;
}

type Decision = AuthorizeResult.ALLOW | AuthorizeResult.DENY;

/** What the audit log was told. */
export interface Audited {
  eventId: string;
  meta: unknown;
  outcome: 'success' | 'fail';
  /** Of a success. */
  result?: unknown;
  /** Of a failure. */
  error?: string;
}

/** A catalog whose entities a test may exchange. */
function changingCatalog(entities: Entity[]) {
  let current = catalogServiceMock({ entities });
  const { factory } = catalogServiceMock.mock({
    getEntityByRef: (...args) => current.getEntityByRef(...args),
    getEntitiesByRefs: (...args) => current.getEntitiesByRefs(...args),
    queryEntities: (...args) => current.queryEntities(...args),
  });
  const setEntities = (next: Entity[]) => {
    current = catalogServiceMock({ entities: next });
  };
  return { factory, setEntities };
}

/** A scheduler that runs nothing until a test says so. */
function manualScheduler() {
  const tasks = new Map<string, SchedulerServiceTaskFunction>();
  const { factory } = mockServices.scheduler.mock({
    scheduleTask: async ({ id, fn }) => {
      tasks.set(id, fn);
    },
  });
  const runTask = async (id: string) => {
    const task = tasks.get(id);
    if (!task) throw new Error(`There is no task ${id}`);
    await task(new AbortController().signal);
  };
  return { factory, runTask };
}

function auditLog() {
  const log: Audited[] = [];
  const { factory } = mockServices.auditor.mock({
    createEvent: async ({ eventId, meta }) => ({
      success: async options => {
        const result = options?.meta;
        log.push({ eventId, meta, outcome: 'success', result });
      },
      fail: async ({ error }) => {
        const { message } = error;
        log.push({ eventId, meta, outcome: 'fail', error: message });
      },
    }),
  });
  return { factory, log };
}

/** Authorization headers of those who take part in tests. */
export const as = {
  user: (name: string) => ({
    Authorization: mockCredentials.user.header(`user:default/${name}`),
  }),
  service: () => ({
    Authorization: mockCredentials.service.header({
      onBehalfOf: mockCredentials.service('external:ops'),
      targetPluginId: 'pipelines',
    }),
  }),
  nobody: () => ({ Authorization: mockCredentials.none.header() }),
};

/** Starts the plugin over HTTP, with entities and a permission policy. */
export async function startPipelines(options: {
  entities: Entity[];
  decide?: (asked: Asked) => Decision;
  /** Names of users who are in the group that owns the rotation. */
  owners?: string[];
  /** What the clock shows; the real time if absent. */
  now?: () => Date;
  /** Its database; a new one in memory if absent. */
  knex?: Knex;
  /** Its configuration. */
  config?: JsonObject;
  /** Modules and plugins beside it. */
  features?: BackendFeature[];
}) {
  const { entities, owners = [], knex, config, features = [] } = options;
  const { decide = () => AuthorizeResult.ALLOW, now = () => new Date() } =
    options;
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(asked => ({
        result: decide({
          permission: asked.permission.name,
          resourceRef: 'resourceRef' in asked ? asked.resourceRef : undefined,
        }),
      })),
    // Of any entity at once; a test that decides by entity sees it denied.
    authorizeConditional: async requests =>
      requests.map(({ permission }) => ({
        result: decide({ permission: permission.name }),
      })),
  });
  const plain = mockServices.userInfo();
  const userInfo = mockServices.userInfo.mock({
    getUserInfo: async credentials => {
      const { userEntityRef } = await plain.getUserInfo(credentials);
      const isOwner = owners.some(
        name => userEntityRef === `user:default/${name}`,
      );
      return {
        userEntityRef,
        ownershipEntityRefs: [userEntityRef, ...(isOwner ? [OWNER] : [])],
      };
    },
  });
  const catalog = changingCatalog(entities);
  const audit = auditLog();
  const scheduler = manualScheduler();
  const backend = await startTestBackend({
    features: [
      createPipelinesPlugin({ now }),
      permissions.factory,
      userInfo.factory,
      catalog.factory,
      audit.factory,
      scheduler.factory,
      ...features,
      ...(config ? [mockServices.rootConfig.factory({ data: config })] : []),
      ...(knex ? [mockServices.database.factory({ knex })] : []),
    ],
  });
  return {
    api: request(backend.server),
    permissions,
    setEntities: catalog.setEntities,
    audit: audit.log,
    runTask: scheduler.runTask,
    stop: () => backend.stop(),
  };
}
