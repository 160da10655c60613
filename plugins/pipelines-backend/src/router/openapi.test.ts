import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import Ajv from 'ajv/dist/2020';
import express from 'express';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { RotationReader } from '../catalog/RotationReader';
import { rotation, startPipelines } from '../__testUtils__/startPipelines';
import { createRouter } from '.';

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
          `${method.toUpperCase()} ${prefix}${path.replace(/:(\w+)/g, '{$1}')}`,
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

function validatorOf(schema: string) {
  const ajv = new Ajv({ strict: false, formats: { 'date-time': true } });
  ajv.addSchema(document, 'openapi.yaml');
  const validate = ajv.compile({
    $ref: `openapi.yaml#/components/schemas/${schema}`,
  });
  return (body: unknown) => ({ ok: validate(body), errors: validate.errors });
}

describe('openapi.yaml', () => {
  it('lists exactly the routes there are', () => {
    const described = Object.entries<object>(document.paths).flatMap(
      ([path, methods]) =>
        Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
    );
    const router = createRouter({
      httpAuth: mockServices.httpAuth(),
      rotations: new RotationReader({
        catalog: catalogServiceMock(),
        permissions: mockServices.permissions(),
      }),
    });
    expect(routesOf(router).sort()).toEqual(described.sort());
  });

  it.each([
    ['OnCall', 'get', '/v1/rotations/default/engineers/on-call'],
    [
      'OnCall',
      'get',
      '/v1/rotations/default/engineers/on-call?at=2020-01-01T00:00:00Z',
    ],
    [
      'ShiftsPage',
      'get',
      '/v1/rotations/default/engineers/shifts?from=2026-12-01T00:00:00Z&to=2027-01-01T00:00:00Z&limit=2',
    ],
    ['OnCallByRefs', 'post', '/v1/on-call/by-refs'],
    ['Error', 'get', '/v1/rotations/default/nobody/on-call'],
    ['Error', 'get', '/v1/rotations/default/engineers/shifts'],
  ] as const)(
    'describes the %s that %s %s answers',
    async (schema, method, path) => {
      const { api } = await startPipelines({ entities: [rotation] });
      const { body } = await api[method](`/api/pipelines${path}`).send(
        method === 'post'
          ? { rotationRefs: ['engineers', 'nobody'] }
          : undefined,
      );
      expect(validatorOf(schema)(body)).toEqual({ ok: true, errors: null });
    },
  );
});
