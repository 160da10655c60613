import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { pipelinesPlugin } from '../plugin';

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
};

type Decision = AuthorizeResult.ALLOW | AuthorizeResult.DENY;

/** Starts the plugin over HTTP, with entities and a permission policy. */
export async function startPipelines(options: {
  entities: Entity[];
  decide?: (resourceRef?: string) => Decision;
}) {
  const { entities, decide = () => AuthorizeResult.ALLOW } = options;
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(({ resourceRef }) => ({ result: decide(resourceRef) })),
  });
  const { server } = await startTestBackend({
    features: [
      pipelinesPlugin,
      permissions.factory,
      catalogServiceMock.factory({ entities }),
    ],
  });
  return { api: request(server), permissions };
}
