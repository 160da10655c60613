// Tech Insights in a process of its own, from packages of its own: facts are put
// in by its own store, as its retrievers do, and its checks are asked for over
// HTTP. Tells its parent when it is ready.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { createBackend } = require('@backstage/backend-defaults');
const {
  createBackendModule,
  coreServices,
  createServiceFactory,
} = require('@backstage/backend-plugin-api');
const { ConfigReader } = require('@backstage/config');
const insights = require('@backstage-community/plugin-tech-insights-backend');
const {
  techInsightsPersistenceContextExtensionPoint,
} = require('@backstage-community/plugin-tech-insights-node');
const checker = require('@backstage-community/plugin-tech-insights-backend-module-jsonfc');

const { port, token, database, checks, schema } = JSON.parse(
  process.env.BENCHMARK_SERVER,
);
const FACTS = 'benchmark';

const config = new ConfigReader({
  backend: {
    baseUrl: `http://localhost:${port}`,
    listen: { port, host: '127.0.0.1' },
    database,
    auth: {
      externalAccess: [
        { type: 'static', options: { token, subject: 'reader' } },
      ],
    },
  },
  techInsights: {
    factChecker: {
      checks: Object.fromEntries(
        Object.entries(checks).map(([id, condition]) => [
          id,
          {
            type: 'json-rules-engine',
            name: id,
            description: `Is ${id} as it should be?`,
            factIds: [FACTS],
            rule: { conditions: { all: [condition] } },
          },
        ]),
      ),
    },
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

const rootConfig = createServiceFactory({
  service: coreServices.rootConfig,
  deps: {},
  factory: () => config,
});

let store;
const facts = createBackendModule({
  pluginId: 'tech-insights',
  moduleId: 'benchmark',
  register(reg) {
    reg.registerInit({
      deps: {
        context: techInsightsPersistenceContextExtensionPoint,
        database: coreServices.database,
        logger: coreServices.logger,
      },
      async init({ context, database: service, logger }) {
        const made = await insights.initializePersistenceContext(service, {
          logger,
        });
        store = made.techInsightsStore;
        context.setPersistenceContext(made);
        await store.insertFactSchema({ id: FACTS, version: '1.0.0', schema });
      },
    });
  },
});

const backend = createBackend();
backend.add(rootConfig);
backend.add(quiet);
backend.add(insights.default);
backend.add(checker.default);
backend.add(facts);
await backend.start();

process.on('message', async ({ insert, stop }) => {
  if (insert) {
    const begin = performance.now();
    await store.insertFacts({ id: FACTS, facts: insert });
    process.send({ inserted: performance.now() - begin });
  }
  if (stop) {
    await backend.stop();
    process.exit();
  }
});
process.on('disconnect', () => process.exit());
process.send({ ready: true });
