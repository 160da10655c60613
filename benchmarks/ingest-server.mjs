// A backend that takes what tools send, in a process of its own, so that whoever
// sends does not share its processor time. Tells its parent when it is ready.
import './harness.mjs';
import { startBare } from './backend.mjs';

const { port, token, database } = JSON.parse(process.env.INGEST_SERVER);

const backend = await startBare({
  port,
  database,
  auth: {
    externalAccess: [
      {
        type: 'static',
        options: { token, subject: 'sender' },
        accessRestrictions: [
          {
            plugin: 'pipelines',
            permission: ['pipelines.ingest.send', 'pipelines.ingest.read'],
          },
        ],
      },
    ],
  },
  plugins: ['../plugins/pipelines-backend/src'],
});

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
