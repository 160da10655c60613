// A real backend for benchmarks: catalog and our plugins, SQLite in memory, and
// entities handed to the catalog by the benchmark itself.
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { load } from './harness.mjs';

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

const LOCATION = 'url:http://localhost/benchmark';

/** The metadata that the catalog wants of an entity without a file. */
export const metadataOf = name => ({
  name,
  annotations: {
    'backstage.io/managed-by-location': LOCATION,
    'backstage.io/managed-by-origin-location': LOCATION,
  },
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

/**
 * Starts it.
 *
 * @param options - `port` of the HTTP API (0: any); `auth` is the config of
 * `backend.auth`; `plugins` are paths of our plugins from this folder
 * @returns `provide(entities)` replaces the catalog's entities; `knex` is the
 * catalog's database
 */
export async function startBackend({ port = 0, auth = {}, plugins }) {
  const given = {};
  const provider = createBackendModule({
    pluginId: 'catalog',
    moduleId: 'benchmark',
    register(reg) {
      reg.registerInit({
        deps: {
          catalog: catalogProcessingExtensionPoint,
          database: coreServices.database,
        },
        async init({ catalog, database }) {
          given.knex = await database.getClient();
          catalog.addEntityProvider({
            getProviderName: () => 'benchmark',
            connect: async connection => {
              given.connection = connection;
            },
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
          baseUrl: `http://localhost:${port}`,
          listen: { port, host: '127.0.0.1' },
          database: { client: 'better-sqlite3', connection: ':memory:' },
          auth,
        },
        catalog: { processingInterval: { hours: 10 } },
      }),
  });
  const backend = createBackend();
  backend.add(config);
  backend.add(quiet);
  backend.add(BACKEND('@backstage/plugin-catalog-backend'));
  for (const path of plugins) backend.add(load(path).default);
  backend.add(provider);
  await backend.start();
  while (!given.connection) await pause(20);
  return {
    knex: given.knex,
    provide: entities =>
      given.connection.applyMutation({
        type: 'full',
        entities: entities.map(entity => ({
          entity,
          locationKey: 'benchmark',
        })),
      }),
    stop: () => backend.stop(),
  };
}
