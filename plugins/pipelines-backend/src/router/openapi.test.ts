import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import express from 'express';
import { as, startPipelines } from '../__testUtils__/startPipelines';
import { profit, PROFIT } from '../__testUtils__/profit';
import { NOW, team, TEAM_PATH, user } from '../__testUtils__/team';
import { runEvent, written } from '../ingest/__testUtils__/lineageEvents';
import { pipelinesPlugin } from '../plugin';
import { document, validatorOf } from './__testUtils__/document';

/** `GET /v1/rotations/{namespace}/{name}/on-call` and so on, as Express has them. */
function routesOf(router: express.Router, prefix = ''): string[] {
  return router.stack.flatMap(layer => {
    if (layer.route) {
      const { path, stack } = layer.route;
      return stack.map(
        ({ method }) =>
          `${method.toUpperCase()} ${prefix}${path
            .replace(/:(\w+)/g, '{$1}')
            .replace(/^\/$/, '')}`,
      );
    }
    const mount = layer.regexp.source
      .replace('\\/?(?=\\/|$)', '')
      .replace(/^\^/, '')
      .replaceAll('\\/', '/');
    return 'stack' in layer.handle
      ? routesOf(layer.handle as express.Router, prefix + mount)
      : [];
  });
}

/** The routes that the plugin hands to Backstage; those of Backstage's own left out. */
async function routes(): Promise<string[]> {
  const use = jest.fn();
  const { factory } = mockServices.httpRouter.mock({ use });
  await startTestBackend({
    features: [
      pipelinesPlugin,
      factory,
      catalogServiceMock.factory(),
      mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
    ],
  });
  const found = use.mock.calls.flatMap(([router]) => routesOf(router));
  return [...new Set(found)].filter(route => !route.includes('/.well-known/'));
}

const ref = '/rotations/default/team';
const cover = { type: 'cover' };
const away = { from: '2026-12-20', to: '2026-12-29', note: 'skiing' };
const feed = { rotationRef: 'team', scope: 'mine' };
const notes = { notes: 'All quiet', checklist: [], revision: 0, done: true };

describe('openapi.yaml', () => {
  it('lists exactly the routes there are', async () => {
    const described = Object.entries<object>(document.paths).flatMap(
      ([path, methods]) =>
        Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
    );
    expect((await routes()).sort()).toEqual(described.sort());
  });

  const range = 'from=2026-12-01T00:00:00Z&to=2027-01-01T00:00:00Z';
  const swap = { type: 'swap', shift: 3, withShift: 4, reason: 'vacation' };
  it.each([
    ['OnCall', 'get', `${ref}/on-call`, {}],
    ['OnCall', 'get', `${ref}/on-call?at=2020-01-01T00:00:00Z`, {}],
    [
      'OnCallByRefs',
      'post',
      '/on-call/by-refs',
      { rotationRefs: ['team', 'x'] },
    ],
    ['ShiftsPage', 'get', `${ref}/shifts?${range}&limit=2`, {}],
    ['MemberShifts', 'get', `/shifts?member=${user('b')}&${range}`, {}],
    ['RotationStatistics', 'get', `${ref}/statistics?${range}`, {}],
    ['RotationChangePreview', 'post', `${ref}/changes?dryRun=true`, swap],
    ['RotationChangePreview', 'post', `${ref}/changes?dryRun=true`, cover],
    ['ChangeAnswer', 'post', `${ref}/changes`, swap],
    ['ChangeAnswer', 'post', `${ref}/changes`, { type: 'cover' }],
    ['RotationChangesPage', 'get', `${ref}/changes?limit=1`, {}],
    ['AbsenceAnswer', 'post', `${ref}/absences`, away],
    ['Absences', 'get', `${ref}/absences`, {}],
    ['Handoffs', 'get', `${ref}/handoffs?${range}`, {}],
    ['HandoffAnswer', 'put', `${ref}/handoffs/2`, notes],
    ['CalendarFeedAnswer', 'post', '/calendars', feed],
    ['CalendarFeeds', 'get', `/calendars?rotationRef=team`, {}],
    ['Error', 'get', '/rotations/default/nobody/on-call', {}],
    ['Error', 'get', `${ref}/shifts`, {}],
    ['Error', 'post', `${ref}/changes`, {}],
  ] as const)(
    'describes the %s that %s %s answers',
    async (schema, method, path, body) => {
      const { api } = await startPipelines({
        entities: [team()],
        now: () => NOW,
      });
      const ask = () =>
        api[method](`/api/pipelines/v1${path}`).set(as.user('b'));
      if (path.includes('/changes?limit')) {
        for (const change of [cover, { ...swap, shift: 4, withShift: 3 }]) {
          await api
            .post(`${TEAM_PATH}/changes`)
            .set(as.user('b'))
            .send(change)
            .expect(201);
        }
      }
      const answer = await (method === 'get' ? ask() : ask().send(body));
      expect(answer.body.error === undefined).toBe(schema !== 'Error');
      expect(validatorOf(schema)(answer.body)).toEqual({
        ok: true,
        errors: null,
      });
    },
  );

  describe('of what tools send', () => {
    const at = '2026-12-01T11:00:00Z';
    const measurements = [
      { pipelineRef: 'profit', metric: 'revenue', at, value: 1 },
      { pipelineRef: 'profit', metric: 'valid', at, good: 1, total: 2 },
      { pipelineRef: 'profit', metric: 'odd', at },
    ];
    const alert = {
      status: 'firing',
      labels: { alertname: 'Lag', pipeline: 'profit' },
      startsAt: at,
      endsAt: '0001-01-01T00:00:00Z',
      fingerprint: 'f',
    };
    const event = runEvent({
      eventTime: at,
      outputs: [written('profit', 12)],
      runFacets: {
        nominalTime: { nominalStartTime: at },
        errorMessage: { message: 'full', programmingLanguage: 'SQL' },
      },
    });
    const later = (eventType: string) => ({
      ...event,
      eventType,
      eventTime: `2026-12-01T11:0${eventType.length}:00Z`,
    });
    const question = {
      name: 'lag',
      source: { type: 'prometheus', query: 'lag' },
    };

    async function start() {
      const started = await startPipelines({
        entities: [profit({ metrics: [question] })],
        now: () => NOW,
      });
      await started.runTask('pipelines-reconcile-pipelines');
      const post = (path: string, body: object) =>
        started.api
          .post(`/api/pipelines/v1${path}`)
          .set(as.service())
          .send(body);
      const get = async (path: string) => {
        const { body } = await started.api.get(`/api/pipelines/v1${path}`);
        return body;
      };
      return { ...started, post, get };
    }

    it.each([
      ['LineageSummary', '/lineage/batch', [event, {}]],
      ['IngestResult', '/measurements', { measurements }],
      [
        'IngestResult',
        '/alerts/alertmanager',
        { version: '4', alerts: [alert] },
      ],
      ['Error', '/lineage', {}],
      ['Error', '/measurements', {}],
      ['Error', '/dbt/sources', {}],
    ])('describes the %s that POST %s answers', async (schema, path, body) => {
      const { post } = await start();
      const answer = await post(path, body);
      expect(answer.body.error === undefined).toBe(schema !== 'Error');
      expect(validatorOf(schema)(answer.body)).toEqual({
        ok: true,
        errors: null,
      });
    });

    it('describes what is read of it', async () => {
      const { post, get, runTask } = await start();
      const stray = { namespace: 'airflow', name: 'stray' };
      await post('/lineage/batch', [
        event,
        later('FAIL'),
        later('COMPLETE'),
        runEvent({ eventTime: at, job: stray, outputs: [written('x', 1)] }),
        {},
      ]);
      await post('/measurements', { measurements });
      await post('/alerts/alertmanager', { version: '4', alerts: [alert] });
      await runTask('pipelines-pull-measurements');

      const described: [string, object][] = [];
      const read = async (schema: string, path: string) => {
        const body = await get(path);
        described.push([`${schema} ${path}`, validatorOf(schema)(body)]);
        return body;
      };
      const { items } = await read('RunsPage', `/runs?pipelineRef=${PROFIT}`);
      expect(items[0]).toMatchObject({
        state: 'failed',
        conflict: { state: 'complete' },
      });
      await read('RunAnswer', `/runs/${items[0].id}`);
      await read('Runs', `/runs/${items[0].id}/steps`);
      expect(
        (await read('JobsPage', '/jobs?claimed=false')).items,
      ).toHaveLength(1);
      expect((await read('Senders', '/senders')).items).toHaveLength(3);
      expect((await read('Refusals', '/refusals')).items).toHaveLength(2);
      const failing = await read('MetricQueries', '/queries?state=failing');
      expect(failing.items).toHaveLength(1);
      const ofPipeline = '/pipelines/default/profit';
      await read('MetricQueries', `${ofPipeline}/queries`);
      expect((await read('Alerts', `${ofPipeline}/alerts`)).items).toHaveLength(
        1,
      );
      const series = await read('SeriesPage', `${ofPipeline}/series?limit=2`);
      expect(series.nextCursor).toBeDefined();
      const days = 'from=2026-11-01T00:00:00Z&to=2026-12-09T00:00:00Z';
      const { id } = series.items[0];
      await read(
        'Measurements',
        `${ofPipeline}/series/${id}/measurements?${days}`,
      );
      await read('Error', `${ofPipeline}/series/99/measurements?${days}`);
      for (const each of described) {
        expect(each).toEqual([each[0], { ok: true, errors: null }]);
      }
    });
  });
});
