// Whatever is sent is taken or refused with a reason: never an error of ours, no
// crash, and no memory that fills up.
import assert from 'node:assert/strict';
import { event, PIPELINE } from './fuzz/bodies.mjs';
import { readAll, SERIES } from './fuzz/readAll.mjs';
import { requestsOf } from './fuzz/requests.mjs';
import { until } from '../prometheus/until.mjs';
import { atOnce } from './support/atOnce.mjs';
import { withBackend } from './support/backend.mjs';
import { withPostgres, withSqlite } from './support/databases.mjs';

const CONNECTIONS = 8;
const CHUNK = 500;
const MB = 1_000_000;
// Caches that are not full yet, and what the engine has not given back yet.
const ROOM_MB = 10;
// What bodies of 16 MB once needed, the system is not given back at once.
const MOST_GROWTH = { heap: 1.03, rss: 1.15 };

const config = { pipelines: { ingest: { requestsPerSecond: 1_000_000 } } };

const LOCATION = 'url:http://localhost/check';
const pipeline = {
  apiVersion: 'techflow.io/v1alpha1',
  kind: 'Pipeline',
  metadata: {
    name: PIPELINE,
    annotations: {
      'backstage.io/managed-by-location': LOCATION,
      'backstage.io/managed-by-origin-location': LOCATION,
    },
  },
  spec: {
    type: 'batch',
    lifecycle: 'production',
    criticality: 'low',
    purpose: 'Take whatever comes',
    owner: 'nobody',
    jobs: [{ namespace: event.job.namespace, name: event.job.name }],
  },
};

/** The fault of an answer, if it has one. */
function faultIn({ status, text }) {
  if (status >= 500) return `${status} ${text}`;
  if (status < 400) return undefined;
  let said;
  try {
    said = JSON.parse(text);
  } catch {
    return `${status}, which is no JSON: ${text}`;
  }
  const { error, response } = said;
  const isShaped =
    typeof error?.name === 'string' &&
    typeof error?.message === 'string' &&
    error.message !== '' &&
    response?.statusCode === status;
  return isShaped ? undefined : `${status} in another shape: ${text}`;
}

const shown = ({ method, path, headers, body }) =>
  `${method} ${path} ${JSON.stringify(headers)} ${
    body ? body.subarray(0, 2_000).toString() : ''
  }`.slice(0, 3_000);

async function sendAll({ backend, requests, seed }) {
  const client = backend.client(CONNECTIONS);
  const statuses = new Map();
  const faults = [];
  const memory = [];
  const tenth = requests / 10;
  for (let sent = 0; sent < requests; sent += CHUNK) {
    const count = Math.min(CHUNK, requests - sent);
    const chunk = requestsOf({ count, seed: seed + sent });
    await atOnce(CONNECTIONS, chunk, async request => {
      const { method, path, headers, body } = request;
      const answer = await client
        .ask(method, path, body, headers)
        .catch(error => ({ status: 599, text: String(error) }));
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      const fault = faultIn(answer);
      if (fault) faults.push(`${shown(request)}\n  → ${fault.slice(0, 500)}`);
    });
    if (!backend.isRunning()) {
      throw new Error(`The backend ended:\n${faults.slice(0, 3).join('\n')}`);
    }
    if ((sent + count) % tenth === 0) {
      const { heapUsed, rss } = await backend.memory();
      memory.push({ heap: heapUsed / MB, rss: rss / MB });
    }
  }
  assert.deepEqual(
    faults.slice(0, 5),
    [],
    `${faults.length} answers are wrong`,
  );
  const counts = [...statuses].sort(([a], [b]) => a - b);
  console.log(
    `- ${requests} requests: ${counts
      .map(([status, count]) => `${count} × ${status}`)
      .join(', ')}`,
  );
  return memory;
}

const mean = numbers =>
  numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

/** The last third of the way needs no more than the second. */
function judgeMemory(memory) {
  const said = key => memory.map(each => Math.round(each[key])).join(' ');
  console.log(
    `- MB after each tenth: heap ${said('heap')}; resident ${said('rss')}`,
  );
  const third = memory.length / 3;
  for (const [key, most] of Object.entries(MOST_GROWTH)) {
    const sizes = memory.map(each => each[key]);
    const before = mean(sizes.slice(Math.floor(third), Math.floor(2 * third)));
    const after = mean(sizes.slice(Math.floor(2 * third)));
    const grown = `${key} grew from ${before} to ${after} MB`;
    assert(after < before * most + ROOM_MB, grown);
  }
}

async function fuzzOn(engine, { requests, seed }) {
  console.log(engine.name);
  const database = engine.fresh();
  const entities = [pipeline];
  await withBackend({ database, config, entities }, async backend => {
    const client = backend.client(CONNECTIONS);
    await until('the pipeline to be in the catalog', async () => {
      const { status } = await client.get(SERIES);
      return status === 200;
    });
    const memory = await sendAll({ backend, requests, seed });
    judgeMemory(memory);
    const body = JSON.stringify({ ...event, run: { runId: 'afterwards' } });
    const { status } = await client.post('/v1/lineage', body);
    assert.equal(status, 201, 'the answer to a good event afterwards');
    const read = await database.read(knex => readAll(client, knex));
    console.log(`- all that was taken can be read: ${read}`);
  });
}

/**
 * @param options - `requests` is how many go to a backend on SQLite,
 * `onPostgres` to one on PostgreSQL
 */
export async function fuzz({ requests, onPostgres, seed }) {
  await withSqlite(engine => fuzzOn(engine, { requests, seed }));
  await withPostgres(engine => fuzzOn(engine, { requests: onPostgres, seed }));
}
