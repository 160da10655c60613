// Backends in processes of their own, whose databases are on one PostgreSQL, and
// how they are asked.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePorts } from '../scripts/ports.mjs';

const TOKEN = 'a-token-for-this-run-alone';
// The catalog is read from end to end ten seconds after the start.
const SETTLE_MS = 14_000;
const IDLE_SHARE = 0.1;

const require = createRequire(
  new URL('../plugins/pipelines-backend/package.json', import.meta.url),
);
const knexFactory = require('knex');

/** The database of a plugin. */
export function connect(postgres, { prefix = 'backstage_plugin_', plugin }) {
  const url = new URL(postgres.connectionString);
  url.pathname = `/${prefix}${plugin}`;
  return knexFactory({ client: 'pg', connection: url.href });
}

/** The next message that has a key; Backstage sends messages of its own. */
function told(child, key) {
  return new Promise(resolve => {
    const listen = message => {
      if (!Object.hasOwn(message, key)) return;
      child.off('message', listen);
      resolve(message[key]);
    };
    child.on('message', listen);
  });
}

/** Asks over kept connections; an answer that is no success is an error. */
function asking(port) {
  const agent = new http.Agent({ keepAlive: true });
  const ask = (method, path, body, accept = 'application/json') =>
    new Promise((resolve, reject) => {
      const request = http.request(
        {
          host: '127.0.0.1',
          port,
          path: `/api${path}`,
          method,
          agent,
          headers: {
            Accept: accept,
            Authorization: `Bearer ${TOKEN}`,
            'Content-Type': 'application/json',
            ...(body && { 'Content-Length': Buffer.byteLength(body) }),
          },
        },
        response => {
          const chunks = [];
          response.on('data', chunk => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString();
            const { statusCode } = response;
            if (statusCode < 300) resolve(text);
            else reject(new Error(`${path} answered ${statusCode}: ${text}`));
          });
        },
      );
      request.on('error', reject);
      request.end(body);
    });
  return {
    get: (path, accept) => ask('GET', path, undefined, accept),
    post: (path, body) => ask('POST', path, body),
    close: () => agent.destroy(),
  };
}

/**
 * Starts a backend.
 *
 * @param options - `file` is what the process runs, `setup` what it is told, and
 * `prefix` begins the names of its databases
 */
export async function startProcess({ file, postgres, prefix, setup }) {
  const [port] = await freePorts(1);
  const database = {
    client: 'pg',
    connection: postgres.connectionString,
    ...(prefix && { prefix }),
  };
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      BENCHMARK_SERVER: JSON.stringify({
        port,
        token: TOKEN,
        database,
        ...setup,
      }),
    },
  });
  const exited = once(child, 'exit');
  await Promise.race([
    told(child, 'ready'),
    exited.then(([code]) => {
      throw new Error(`The backend ended with ${code}`);
    }),
  ]);
  const tell = (message, key) => {
    child.send(message);
    return told(child, key);
  };
  const startedAt = Date.now();
  const client = asking(port);
  return {
    ...client,
    tell,
    /** Resolves when it has nothing to do any more of what a start brings along. */
    async settled() {
      await pause(Math.max(0, startedAt + SETTLE_MS - Date.now()));
      for (;;) {
        const before = await tell({ cpu: true }, 'used');
        await pause(2_000);
        const after = await tell({ cpu: true }, 'used');
        if ((after - before) / 2 < IDLE_SHARE) return;
      }
    },
    async stop() {
      client.close();
      child.send({ stop: true });
      await exited;
    },
  };
}
