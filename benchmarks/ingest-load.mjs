// What benchmarks and checks of the intake share: a PostgreSQL, a backend in a
// process of its own, and senders.
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import { fileURLToPath } from 'node:url';

const here = name => fileURLToPath(new URL(name, import.meta.url));

export const TOKEN = 'a-token-for-this-run-alone';

/** A PostgreSQL whose commits survive a power cut; ends with this process. */
export async function startPostgres() {
  const server = fork(here('../scripts/postgres-server.mjs'), ['--durable'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const [{ connectionString }] = await once(server, 'message');
  const have = async act => {
    server.send(act);
    await once(server, 'message');
  };
  return {
    connectionString,
    /** Stops the server, whose data stay. */
    goAway: () => have('stop'),
    comeBack: () => have('start'),
    async stop() {
      const exited = once(server, 'exit');
      server.disconnect();
      await exited;
    },
  };
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

/**
 * A backend.
 *
 * @param options - `database` is the config of `backend.database`, `config` the
 * rest of it; with `entities` it has a catalog of them; what it prints goes
 * where `stdio` says; `onStart` is given the process before it is ready
 */
export async function startServer({
  port,
  database,
  config,
  entities,
  stdio = 'inherit',
  onStart = () => {},
}) {
  const setup = { port, token: TOKEN, database, config, entities };
  const server = fork(here('./ingest-server.mjs'), [], {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', stdio, stdio, 'ipc'],
    env: { ...process.env, INGEST_SERVER: JSON.stringify(setup) },
  });
  onStart(server);
  const exited = once(server, 'exit');
  await Promise.race([
    told(server, 'ready'),
    exited.then(([code]) => {
      throw new Error(`The backend ended with ${code}`);
    }),
  ]);
  return {
    exited,
    isRunning: () => server.exitCode === null && server.signalCode === null,
    kill: async () => {
      server.kill('SIGKILL');
      await exited;
    },
    stop: async () => {
      server.send('stop');
      await exited;
    },
    memory: async () => {
      server.send('memory');
      return told(server, 'memory');
    },
  };
}

/**
 * Sends JSON over kept connections.
 *
 * @returns `post(path, text, headers)`, `get(path)` and `ask(method, path, body,
 * headers)` answer status, headers and body; an error of the connection is thrown
 */
export function sender({ port, connections }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const ask = (method, path, body, headers = {}) =>
    new Promise((resolve, reject) => {
      const request = http.request(
        {
          host: '127.0.0.1',
          port,
          path: `/api/pipelines${path}`,
          method,
          agent,
          headers: {
            Authorization: `Bearer ${TOKEN}`,
            'Content-Type': 'application/json',
            ...(body === undefined || headers['Transfer-Encoding']
              ? {}
              : { 'Content-Length': Buffer.byteLength(body) }),
            ...headers,
          },
        },
        response => {
          const chunks = [];
          response.on('data', chunk => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode,
              headers: response.headers,
              text: Buffer.concat(chunks).toString(),
            }),
          );
        },
      );
      request.on('error', reject);
      request.end(body);
    });
  return {
    ask,
    post: (path, body, headers) => ask('POST', path, body, headers),
    get: path => ask('GET', path),
    close: () => agent.destroy(),
  };
}

// About 4 KB of JSON, as Airflow's and Spark's events are.
const SQL = 'select account_id, sum(amount) from billing group by account_id; ';

/** An event of a run; `index` makes it one of its own. */
export function lineageEvent(index, { runs = 1 } = {}) {
  const run = Math.floor(index / runs);
  return {
    eventType: index % 2 === 0 ? 'START' : 'COMPLETE',
    eventTime: new Date(Date.now() - 1_000 + (index % 1_000)).toISOString(),
    producer: 'https://example.com/benchmark',
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json',
    run: {
      runId: randomUUID(),
      facets: {
        nominalTime: { nominalStartTime: new Date().toISOString() },
        processing_engine: { name: 'Airflow', version: '3.1.0' },
      },
    },
    job: {
      namespace: 'benchmark',
      name: `job-${run % 100}`,
      facets: {
        sql: { query: SQL.repeat(52) },
        jobType: { processingType: 'BATCH', integration: 'AIRFLOW' },
      },
    },
    inputs: [{ namespace: 'warehouse', name: 'billing' }],
    outputs: [
      {
        namespace: 'warehouse',
        name: 'profit',
        outputFacets: { outputStatistics: { rowCount: index, size: 9_000 } },
      },
    ],
  };
}
