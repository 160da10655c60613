// Who asks: a backend with the plugins, and a catalog with one Pipeline.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { requireSource } from './requireSource.mjs';
import { until } from './until.mjs';

const { createBackend } = requireSource('@backstage/backend-defaults');
const { ConfigReader } = requireSource('@backstage/config');
const { coreServices, createBackendModule, createServiceFactory } =
  requireSource('@backstage/backend-plugin-api');
const { pipelinesMeasurementSourcesExtensionPoint } = requireSource(
  '@techflow/backstage-plugin-pipelines-node',
);
const { createPipelinesPlugin } = requireSource(
  '@techflow/backstage-plugin-pipelines-backend/src/plugin',
);

const TOKEN = 'a-token-for-this-check-alone';
const PIPELINE = '/v1/pipelines/default/engagement';
const HOUR_MS = 3_600_000;

const metric = (name, source) => ({ name, unit: 'messages', source });

const pipeline = {
  apiVersion: 'techflow.io/v1alpha1',
  kind: 'Pipeline',
  metadata: { name: 'engagement' },
  spec: {
    type: 'streaming',
    lifecycle: 'production',
    criticality: 'high',
    purpose: 'Count clicks',
    owner: 'data-engineering',
    metrics: [
      metric('kafka.consumer-lag', {
        type: 'prometheus',
        query: 'max by (topic) (kafka_consumergroup_lag)',
      }),
      metric('wrong', { type: 'prometheus', query: 'max by topic (' }),
      metric('elsewhere', { type: 'other-source', query: 'anything' }),
    ],
  },
};

/** Another source beside Prometheus, which always answers. */
const otherSource = createBackendModule({
  pluginId: 'pipelines',
  moduleId: 'other-source',
  register(reg) {
    reg.registerInit({
      deps: { sources: pipelinesMeasurementSourcesExtensionPoint },
      async init({ sources }) {
        sources.addSource({
          type: 'other-source',
          measure: async ({ to }) => [{ at: to, value: 1, dimensions: {} }],
        });
      },
    });
  },
});

/** What an adopter adds, with SQLite in memory and the given clock. */
export async function startBackend({ folder, port, prometheusPort, now }) {
  const target = join(folder, 'catalog-info.yaml');
  await writeFile(target, JSON.stringify(pipeline));
  const data = {
    backend: {
      baseUrl: `http://127.0.0.1:${port}`,
      listen: { port, host: '127.0.0.1' },
      database: { client: 'better-sqlite3', connection: ':memory:' },
      auth: {
        externalAccess: [
          { type: 'static', options: { token: TOKEN, subject: 'check' } },
        ],
      },
    },
    catalog: {
      rules: [{ allow: ['Pipeline'] }],
      locations: [{ type: 'file', target }],
    },
    pipelines: {
      prometheus: {
        endpoints: { default: { url: `http://127.0.0.1:${prometheusPort}` } },
      },
    },
  };
  const logger = { child: () => logger, debug() {}, info() {} };
  logger.warn = logger.error = words => console.log(`  backend: ${words}`);
  const backend = createBackend();
  for (const [service, instance] of [
    [coreServices.rootConfig, new ConfigReader(data)],
    [coreServices.rootLogger, logger],
  ]) {
    backend.add(
      createServiceFactory({ service, deps: {}, factory: () => instance }),
    );
  }
  backend.add(requireSource('@backstage/plugin-catalog-backend'));
  backend.add(requireSource('@backstage/plugin-events-backend'));
  backend.add(
    requireSource('@techflow/backstage-plugin-catalog-backend-module-pipelines')
      .default,
  );
  backend.add(createPipelinesPlugin({ now }));
  backend.add(
    requireSource(
      '@techflow/backstage-plugin-pipelines-backend-module-prometheus',
    ).default,
  );
  backend.add(otherSource);
  await backend.start();
}

/** Talks to the backend as a tool does. */
export function clientOf(port) {
  const call = async (path, method = 'GET') => {
    const response = await fetch(
      `http://127.0.0.1:${port}/api/pipelines${path}`,
      { method, headers: { Authorization: `Bearer ${TOKEN}` } },
    );
    assert.equal(response.status, 200, `${method} ${path}`);
    return response;
  };
  const get = async path => (await call(path)).json();
  /** Has a task run now, unless it runs already. */
  const trigger = task =>
    call(
      `/.backstage/scheduler/v1/tasks/pipelines-${task}/trigger`,
      'POST',
    ).catch(() => {});
  const queries = async () => {
    const { items } = await get(`${PIPELINE}/queries`);
    return Object.fromEntries(items.map(each => [each.metric, each]));
  };
  return {
    /** Waits until the questions of the catalog are known. */
    ready: () =>
      until('the backend to hear of the pipeline', async () => {
        await trigger('reconcile-pipelines');
        const known = Object.keys(await queries());
        return known.length === pipeline.spec.metrics.length;
      }),

    /** Has the backend ask now, and waits until nothing is due. */
    pull: now =>
      until('the backend to ask', async () => {
        await trigger('pull-measurements');
        const asked = await queries();
        return Object.values(asked).every(each => +new Date(each.nextAt) > +now)
          ? asked
          : undefined;
      }),

    /** Metrics whose questions fail. */
    failing: async () =>
      (await get('/v1/queries?state=failing')).items.map(each => each.metric),

    /** What was stored of a metric. */
    measured: async name => {
      const { items } = await get(`${PIPELINE}/series`);
      const series = items.find(each => each.metric === name);
      assert(series, `There is no figure of ${name}`);
      const range = new URLSearchParams({
        from: new Date(Date.now() - HOUR_MS).toISOString(),
        to: new Date(Date.now() + HOUR_MS).toISOString(),
      });
      const { points } = await get(
        `${PIPELINE}/series/${series.id}/measurements?${range}`,
      );
      const values = points.map(({ value }) => value);
      return { dimensions: series.dimensions, values };
    },
  };
}
