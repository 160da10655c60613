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

const memory = { client: 'better-sqlite3', connection: ':memory:' };

/**
 * Starts it without a catalog.
 *
 * @param options - `port` of the HTTP API (0: any); `auth` is the config of
 * `backend.auth`, `database` that of `backend.database`, `config` the rest of it;
 * `features` are added; `plugins` are paths of our plugins from this folder
 */
export async function startBare({
  port = 0,
  auth = {},
  database = memory,
  config = {},
  features = [],
  plugins,
}) {
  const rootConfig = createServiceFactory({
    service: coreServices.rootConfig,
    deps: {},
    factory: () =>
      new ConfigReader({
        backend: {
          baseUrl: `http://localhost:${port}`,
          listen: { port, host: '127.0.0.1' },
          database,
          auth,
        },
        catalog: { processingInterval: { hours: 10 } },
        ...config,
      }),
  });
  const backend = createBackend();
  backend.add(rootConfig);
  backend.add(quiet);
  for (const path of plugins) backend.add(load(path).default);
  for (const feature of features) backend.add(feature);
  await backend.start();
  return backend;
}

/**
 * Starts it with a catalog; takes the options of {@link startBare}.
 *
 * @returns `provide(entities)` replaces the catalog's entities; `knex` is the
 * catalog's database
 */
export async function startBackend(options) {
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
  const backend = await startBare({
    ...options,
    features: [BACKEND('@backstage/plugin-catalog-backend'), provider],
  });
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
