// A backend that takes what tools send, in a process of its own, so that whoever
// sends does not share its processor time. Tells its parent when it is ready.
import './harness.mjs';
import { startBackend, startBare } from './backend.mjs';

const { port, token, database, config, entities } = JSON.parse(
  process.env.INGEST_SERVER,
);

const options = {
  port,
  database,
  config,
  auth: {
    externalAccess: [
      {
        type: 'static',
        options: { token, subject: 'sender' },
        accessRestrictions: [
          // Pipelines are looked up there for whoever reads.
          { plugin: 'catalog' },
          {
            plugin: 'pipelines',
            permission: [
              'pipelines.ingest.send',
              'pipelines.ingest.read',
              'pipelines.pipeline.read',
            ],
          },
        ],
      },
    ],
  },
  plugins: ['../plugins/pipelines-backend/src'],
};

async function startWithCatalog() {
  const kinds = '../plugins/catalog-backend-module-pipelines/src';
  const plugins = [...options.plugins, kinds];
  const backend = await startBackend({ ...options, plugins });
  await backend.provide(entities);
  return backend;
}

const backend = entities ? await startWithCatalog() : await startBare(options);

process.on('message', async message => {
  if (message === 'memory') {
    globalThis.gc?.();
    process.send({ memory: process.memoryUsage() });
  }
  if (message === 'stop') {
    await backend.stop();
    process.exit();
  }
});
process.on('disconnect', () => process.exit());
process.send({ ready: true });
