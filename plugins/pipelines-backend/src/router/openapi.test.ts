import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import Ajv from 'ajv/dist/2020';
import express from 'express';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { as, startPipelines } from '../__testUtils__/startPipelines';
import { NOW, team, TEAM_PATH, user } from '../__testUtils__/team';
import { pipelinesPlugin } from '../plugin';

const document = parse(
  readFileSync(require.resolve('../../openapi.yaml'), 'utf8'),
);

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

function validatorOf(schema: string) {
  const ajv = new Ajv({
    strict: false,
    formats: { date: true, 'date-time': true, uri: true, uuid: true },
  });
  ajv.addSchema(document, 'openapi.yaml');
  const validate = ajv.compile({
    $ref: `openapi.yaml#/components/schemas/${schema}`,
  });
  return (body: unknown) => ({ ok: validate(body), errors: validate.errors });
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
});
