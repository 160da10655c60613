import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { NotFoundError } from '@backstage/errors';
import express from 'express';
import request from 'supertest';
import { StoredAlert } from '../database/alerts/AlertStore';
import { alertRoutes } from './alertRoutes';

const firing: StoredAlert = {
  id: 'first',
  pipelineRef: 'pipeline:default/profit',
  fingerprint: 'abc',
  name: 'LagTooHigh',
  startsAt: new Date('2026-11-23T10:00:00Z'),
};

const resolved: StoredAlert = {
  ...firing,
  id: 'second',
  severity: 'critical',
  summary: 'Nobody reads clicks',
  link: 'https://prometheus.example.com/graph',
  endsAt: new Date('2026-11-23T11:00:00Z'),
};

async function setUp() {
  const list = jest.fn(async (_: object) => [resolved, firing]);
  const authorize = jest.fn(async (_: { ref: string }) => {});
  const app = express();
  app.use(
    '/v1/pipelines',
    alertRoutes({
      httpAuth: mockServices.httpAuth(),
      alerts: { list },
      pipelines: { authorize },
    }),
  );
  app.use(
    MiddlewareFactory.create({
      config: mockServices.rootConfig(),
      logger: mockServices.logger.mock(),
    }).error(),
  );
  return { api: request(app), list, authorize };
}

describe('alerts of a pipeline', () => {
  it('are answered as the API has them, without what others cannot use', async () => {
    const { api, list, authorize } = await setUp();
    const { status, body } = await api
      .get('/v1/pipelines/Default/Profit/alerts')
      .set('Authorization', mockCredentials.user.header());
    expect(status).toBe(200);
    expect(body).toEqual({
      items: [
        {
          id: 'second',
          pipelineRef: 'pipeline:default/profit',
          name: 'LagTooHigh',
          state: 'resolved',
          severity: 'critical',
          summary: 'Nobody reads clicks',
          startsAt: '2026-11-23T10:00:00.000Z',
          endsAt: '2026-11-23T11:00:00.000Z',
          link: 'https://prometheus.example.com/graph',
        },
        {
          id: 'first',
          pipelineRef: 'pipeline:default/profit',
          name: 'LagTooHigh',
          state: 'firing',
          startsAt: '2026-11-23T10:00:00.000Z',
        },
      ],
    });
    expect(authorize).toHaveBeenCalledWith({
      ref: 'pipeline:default/profit',
      credentials: mockCredentials.user(),
    });
    expect(list).toHaveBeenCalledWith({
      pipelineRef: 'pipeline:default/profit',
      limit: 100,
    });
  });

  it('are asked for by state', async () => {
    const { api, list } = await setUp();
    await api.get('/v1/pipelines/default/profit/alerts?state=firing');
    expect(list).toHaveBeenCalledWith(
      expect.objectContaining({ state: 'firing' }),
    );
  });

  it('are not read for who may not see the pipeline', async () => {
    const { api, list, authorize } = await setUp();
    authorize.mockRejectedValue(new NotFoundError('No such pipeline'));
    const { status } = await api.get('/v1/pipelines/default/profit/alerts');
    expect(status).toBe(404);
    expect(list).not.toHaveBeenCalled();
  });

  it.each([
    ['another state', '/v1/pipelines/default/profit/alerts?state=pending'],
    ['two states', '/v1/pipelines/default/profit/alerts?state=firing&state=x'],
    ['an unknown key', '/v1/pipelines/default/profit/alerts?limit=9'],
    ['a name that is none', '/v1/pipelines/default/a%2Fb/alerts'],
    ['a name with spaces', '/v1/pipelines/default/a%20b/alerts'],
  ])('are refused for %s', async (_, path) => {
    const { api, list, authorize } = await setUp();
    expect((await api.get(path)).status).toBe(400);
    expect(authorize).not.toHaveBeenCalled();
    expect(list).not.toHaveBeenCalled();
  });
});
