// Our backend with its catalog in a process of its own, so that whoever asks does
// not share its processor time. Tells its parent when it is ready.
import './harness.mjs';
import { startBackend } from './backend.mjs';

const { port, token, database } = JSON.parse(process.env.BENCHMARK_SERVER);

const backend = await startBackend({
  port,
  database,
  auth: {
    externalAccess: [{ type: 'static', options: { token, subject: 'tool' } }],
  },
  plugins: [
    '../plugins/catalog-backend-module-pipelines/src',
    '../plugins/pipelines-backend/src',
  ],
});

process.on('message', async ({ entities, cpu, stop }) => {
  if (entities) {
    await backend.provide(entities);
    process.send({ provided: entities.length });
  }
  if (cpu) {
    const { user, system } = process.cpuUsage();
    process.send({ used: (user + system) / 1e6 });
  }
  if (stop) {
    await backend.stop();
    process.exit();
  }
});
process.on('disconnect', () => process.exit());
process.send({ ready: true });
