import { requireSource } from './requireSource.mjs';

const { sender, startServer } = requireSource(
  '../../benchmarks/ingest-load.mjs',
);
const { freePorts } = requireSource('../../scripts/ports.mjs');

const KEPT_CHARACTERS = 4_000;

/**
 * A backend that is gone when `use` is done, and that `use` may kill and start
 * again. What it said last is shown only when `use` fails.
 *
 * @param options - `database` of databases.mjs, `config` of the backend, and
 * `entities` if it is to have a catalog
 * @returns what `use` returns; it gets `port`, `client(connections)`, `start()`,
 * `kill()` and `memory()`
 */
export async function withBackend({ database, config, entities }, use) {
  const [port] = await freePorts(1);
  const clients = [];
  let said = '';
  let server;
  const hear = words => {
    said = (said + words).slice(-KEPT_CHARACTERS);
  };
  const backend = {
    port,
    client(connections = 1) {
      const client = sender({ port, connections });
      clients.push(client);
      return client;
    },
    async start() {
      server = await startServer({
        port,
        database: database.config,
        config,
        entities,
        stdio: 'pipe',
        onStart: ({ stdout, stderr }) => {
          stdout.on('data', hear);
          stderr.on('data', hear);
        },
      });
      server.exited.then(([code, signal]) => {
        if (code ?? signal !== 'SIGKILL') hear(`\nEnded: ${code ?? signal}.`);
      });
    },
    async kill() {
      await server?.kill();
      server = undefined;
    },
    memory: () => server.memory(),
    isRunning: () => server?.isRunning() ?? false,
  };
  try {
    await backend.start();
    return await use(backend);
  } catch (error) {
    if (said) console.error(`The backend said last:\n${said}`);
    throw error;
  } finally {
    for (const client of clients) client.close();
    await backend.kill();
  }
}
