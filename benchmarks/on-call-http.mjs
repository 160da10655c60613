// How long a reader waits for "who is on call" over HTTP, with many at once: a
// real backend with its catalog, credentials and permissions; SQLite in memory.
import { createRequire } from 'node:module';
import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { load, reportLatency } from './harness.mjs';

const BACKEND = createRequire(
  new URL('../packages/backend/package.json', import.meta.url),
);
const { createBackend } = BACKEND('@backstage/backend-defaults');
const { createBackendModule, coreServices, createServiceFactory } = BACKEND(
  '@backstage/backend-plugin-api',
);
const { catalogProcessingExtensionPoint } = BACKEND(
  '@backstage/plugin-catalog-node',
);
const { ConfigReader } = BACKEND('@backstage/config');

const PORT = 17_007;
const TOKEN = 'a-token-for-this-benchmark-alone';
const READERS = 50;
const REQUESTS = 5_000;
const ON_CALL = '/api/pipelines/v1/rotations/default/engineers/on-call';

const rotation = {
  apiVersion: 'techflow.io/v1alpha1',
  kind: 'Rotation',
  metadata: {
    name: 'engineers',
    annotations: {
      'backstage.io/managed-by-location': 'url:http://localhost/benchmark',
      'backstage.io/managed-by-origin-location':
        'url:http://localhost/benchmark',
    },
  },
  spec: {
    type: 'weekly',
    owner: 'data-engineering',
    members: ['engineer-a', 'engineer-b', 'engineer-c', 'engineer-d'],
    start: '2026-01-05',
    handoff: { weekday: 'monday', time: '09:00', timeZone: 'America/New_York' },
    holidays: { dates: [{ date: '2026-12-25', name: 'Christmas Day' }] },
    allHands: [
      { name: 'Monthly investor report', period: 'last-week-of-month' },
    ],
  },
};

const provider = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'benchmark',
  register(reg) {
    reg.registerInit({
      deps: { catalog: catalogProcessingExtensionPoint },
      async init({ catalog }) {
        catalog.addEntityProvider({
          getProviderName: () => 'benchmark',
          connect: connection =>
            connection.applyMutation({
              type: 'full',
              entities: [{ entity: rotation, locationKey: 'benchmark' }],
            }),
        });
      },
    });
  },
});

const config = createServiceFactory({
  service: coreServices.rootConfig,
  deps: {},
  factory: () =>
    new ConfigReader({
      backend: {
        baseUrl: `http://localhost:${PORT}`,
        listen: { port: PORT, host: '127.0.0.1' },
        database: { client: 'better-sqlite3', connection: ':memory:' },
        auth: {
          externalAccess: [
            { type: 'static', options: { token: TOKEN, subject: 'benchmark' } },
          ],
        },
      },
    }),
});

const quiet = createServiceFactory({
  service: coreServices.rootLogger,
  deps: {},
  factory: () => {
    const logger = {
      child: () => logger,
      debug() {},
      info() {},
      warn() {},
      error: message => console.error(String(message)),
    };
    return logger;
  },
});

const agent = new http.Agent({ keepAlive: true, maxSockets: READERS });

function ask() {
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port: PORT,
      path: ON_CALL,
      agent,
      headers: { Authorization: `Bearer ${TOKEN}` },
    };
    http
      .get(options, response => {
        response.resume();
        response.on('end', () => resolve(response.statusCode));
      })
      .on('error', reject);
  });
}

async function reader(count, times) {
  for (let i = 0; i < count; i += 1) {
    const begin = performance.now();
    const status = await ask();
    if (status !== 200) throw new Error(`Answered ${status}`);
    times.push(performance.now() - begin);
  }
}

async function readers(count) {
  const times = [];
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: READERS }, () => reader(count / READERS, times)),
  );
  return { times, seconds: (performance.now() - begin) / 1000 };
}

const backend = createBackend();
backend.add(config);
backend.add(quiet);
backend.add(BACKEND('@backstage/plugin-catalog-backend'));
backend.add(load('../plugins/catalog-backend-module-pipelines/src').default);
backend.add(load('../plugins/pipelines-backend/src').default);
backend.add(provider);
await backend.start();
while ((await ask()) !== 200) await pause(100);

await readers(500);
const { times, seconds } = await readers(REQUESTS);
reportLatency(`Who is on call, ${READERS} readers at once`, {
  what: 'GET …/on-call',
  times,
  seconds,
});
await backend.stop();
process.exit();
