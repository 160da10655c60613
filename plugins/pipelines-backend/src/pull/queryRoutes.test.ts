import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import express from 'express';
import request from 'supertest';
import { StoredQuestion } from '../database/metricQueries/MetricQueryStore';
import { failingQueryRoutes, pipelineQueryRoutes } from './queryRoutes';

const ENGAGEMENT = 'pipeline:default/engagement';

const nine = new Date('2026-11-23T09:00:00Z');

function questionOf(other: Partial<StoredQuestion> = {}): StoredQuestion {
  return {
    pipelineRef: ENGAGEMENT,
    metric: 'kafka.consumer-lag',
    source: 'prometheus',
    endpoint: 'default',
    query: 'max(kafka_consumergroup_lag)',
    every: 60,
    failures: 0,
    nextAt: nine,
    ...other,
  };
}

const waiting = {
  pipelineRef: ENGAGEMENT,
  metric: 'kafka.consumer-lag',
  source: 'prometheus',
  query: 'max(kafka_consumergroup_lag)',
  state: 'waiting',
  failures: 0,
  nextAt: '2026-11-23T09:00:00.000Z',
};

const failing = { failures: 2, lastError: 'Prometheus answers 503' };

function start(questions: StoredQuestion[]) {
  const httpAuth = mockServices.httpAuth();
  const access = { authorizeIngest: jest.fn() };
  const pipelines = { authorize: jest.fn() };
  const queries = {
    listOf: jest.fn(async () => questions),
    listFailing: jest.fn(async () => questions),
  };
  const app = express();
  const options = { httpAuth, access, pipelines, queries };
  app.use('/v1/pipelines', pipelineQueryRoutes(options));
  app.use('/v1/queries', failingQueryRoutes(options));
  app.use(mockErrorHandler());
  return { api: request(app), access, pipelines, queries };
}

describe('GET /v1/pipelines/{ref}/queries', () => {
  const path = '/v1/pipelines/default/engagement/queries';

  it.each([
    ['waits for its first answer', {}, {}],
    [
      'is answered',
      { lastSuccessAt: nine },
      { state: 'ok', lastSuccessAt: '2026-11-23T09:00:00.000Z' },
    ],
    [
      'fails',
      failing,
      { state: 'failing', failures: 2, error: 'Prometheus answers 503' },
    ],
    [
      'fails after it was answered',
      { ...failing, lastSuccessAt: nine },
      {
        state: 'failing',
        failures: 2,
        error: 'Prometheus answers 503',
        lastSuccessAt: '2026-11-23T09:00:00.000Z',
      },
    ],
  ])('tells of a question that %s', async (_, question, answer) => {
    const { api, queries } = start([questionOf(question)]);
    const response = await api.get(path);
    expect(response.status).toBe(200);
    expect(response.body).toEqual({ items: [{ ...waiting, ...answer }] });
    expect(queries.listOf).toHaveBeenCalledWith({ pipelineRef: ENGAGEMENT });
  });

  it('asks whether the reader may see the pipeline, under its full name', async () => {
    const { api, pipelines } = start([]);
    await api.get('/v1/pipelines/Default/Engagement/queries');
    expect(pipelines.authorize).toHaveBeenCalledWith({
      ref: ENGAGEMENT,
      credentials: mockCredentials.user(),
    });
  });

  it('tells nothing of a pipeline that he may not see', async () => {
    const { api, pipelines, queries } = start([questionOf()]);
    pipelines.authorize.mockRejectedValue(new NotFoundError('There is none'));
    expect((await api.get(path)).status).toBe(404);
    expect(queries.listOf).not.toHaveBeenCalled();
  });

  it.each([
    ['a name that is none', '/v1/pipelines/default/a%2Fb/queries'],
    ['a query that it has no use for', `${path}?limit=1`],
  ])('refuses %s', async (_, wrong) => {
    const { api, queries } = start([]);
    expect((await api.get(wrong)).status).toBe(400);
    expect(queries.listOf).not.toHaveBeenCalled();
  });
});

describe('GET /v1/queries', () => {
  const path = '/v1/queries?state=failing';

  it('tells of questions that fail, a hundred at most', async () => {
    const { api, queries } = start([questionOf(failing)]);
    const response = await api.get(path);
    expect(response.status).toBe(200);
    expect(response.body.items).toEqual([
      {
        ...waiting,
        state: 'failing',
        failures: 2,
        error: 'Prometheus answers 503',
      },
    ]);
    expect(queries.listFailing).toHaveBeenCalledWith({ limit: 100 });
  });

  it('tells nothing to whom may not see what tools send', async () => {
    const { api, access, queries } = start([questionOf(failing)]);
    access.authorizeIngest.mockRejectedValue(new NotAllowedError('No'));
    expect((await api.get(path)).status).toBe(403);
    expect(access.authorizeIngest).toHaveBeenCalledWith({
      credentials: mockCredentials.user(),
    });
    expect(queries.listFailing).not.toHaveBeenCalled();
  });

  it.each(['/v1/queries', '/v1/queries?state=ok', `${path}&limit=1`])(
    'refuses %s',
    async wrong => {
      const { api } = start([]);
      expect((await api.get(wrong)).status).toBe(400);
    },
  );
});
