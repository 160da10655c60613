// How fast what tools send is stored, on a PostgreSQL whose commits are durable,
// beside the same rows put into the same tables by plain INSERTs of many rows.
import { createRequire } from 'node:module';
import os from 'node:os';
import { freePorts } from '../scripts/ports.mjs';
import {
  lineageEvent,
  sender,
  startPostgres,
  startServer,
} from './ingest-load.mjs';

const require = createRequire(
  new URL('../plugins/pipelines-backend/package.json', import.meta.url),
);
const knexFactory = require('knex');

const only = process.argv.slice(2);
const wants = name => only.length === 0 || only.includes(name);

const CONNECTIONS = 32;
const SINGLES = 12_000;
const BATCHES = 200;
const EVENTS_IN_BATCH = 100;
const MEASUREMENT_BATCHES = 200;
const MEASUREMENTS_IN_BATCH = 1_000;

const [port] = await freePorts(1);
const postgres = await startPostgres();
const server = await startServer({
  port,
  database: { client: 'pg', connection: postgres.connectionString },
});
const client = sender({ port, connections: CONNECTIONS });
const url = new URL(postgres.connectionString);
url.pathname = '/backstage_plugin_pipelines';
const knex = knexFactory({ client: 'pg', connection: url.href });

/** Sends all bodies over the connections; answers seconds and times. */
async function send(path, bodies, status, connections = CONNECTIONS) {
  const times = [];
  let next = 0;
  const begin = performance.now();
  const work = async () => {
    while (next < bodies.length) {
      const body = bodies[next];
      next += 1;
      const from = performance.now();
      const answer = await client.post(path, body);
      if (answer.status !== status) {
        throw new Error(`Answered ${answer.status}: ${answer.text}`);
      }
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  return { seconds: (performance.now() - begin) / 1000, times };
}

const p99 = times =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.99)];

const rows = [];
const note = (what, items, { seconds, times }, raw) =>
  rows.push({
    what,
    rate: Math.round(items / seconds),
    p99: p99(times).toFixed(1),
    raw: raw ? Math.round(items / raw) : undefined,
    share: raw ? (raw / seconds).toFixed(2) : undefined,
  });

/** Seconds that plain INSERTs of the same rows take, `size` rows at a time. */
async function plainInserts(tables, size) {
  let seconds = 0;
  for (const table of tables) {
    const copied = await knex(table).select();
    await knex.raw(`create table plain_${table} (like ${table} including all)`);
    const begin = performance.now();
    for (let i = 0; i < copied.length; i += size) {
      await knex(`plain_${table}`).insert(copied.slice(i, i + size));
    }
    seconds += (performance.now() - begin) / 1000;
    await knex.raw(`drop table plain_${table}`);
  }
  return seconds;
}

const LINEAGE_TABLES = ['lineage_events', 'runs', 'measurements'];
const empty = tables =>
  knex.raw(`truncate ${[...tables, 'measurement_days'].join(', ')}`);

const events = (count, from = 0) =>
  Array.from({ length: count }, (_, index) => lineageEvent(from + index));

await send(
  '/v1/lineage',
  events(2_000).map(event => JSON.stringify(event)),
  201,
);
const size = JSON.stringify(lineageEvent(0)).length;

if (wants('single')) {
  await empty(LINEAGE_TABLES);
  const bodies = events(SINGLES).map(event => JSON.stringify(event));
  const result = await send('/v1/lineage', bodies, 201);
  note(
    `lineage, one event of ${size} bytes a request, ${CONNECTIONS} connections`,
    SINGLES,
    result,
    await plainInserts(LINEAGE_TABLES, 32),
  );
}

if (wants('batch')) {
  await empty(LINEAGE_TABLES);
  const bodies = Array.from({ length: BATCHES }, (_, index) =>
    JSON.stringify(events(EVENTS_IN_BATCH, index * EVENTS_IN_BATCH)),
  );
  const result = await send('/v1/lineage/batch', bodies, 200, 4);
  note(
    `lineage, ${EVENTS_IN_BATCH} events a request, 4 connections`,
    BATCHES * EVENTS_IN_BATCH,
    result,
    await plainInserts(LINEAGE_TABLES, EVENTS_IN_BATCH),
  );
}

if (wants('measurements')) {
  await knex.raw('truncate measurements, measurement_days');
  const at = Date.now() - 86_400_000;
  const bodies = Array.from({ length: MEASUREMENT_BATCHES }, (_, batch) =>
    JSON.stringify({
      measurements: Array.from(
        { length: MEASUREMENTS_IN_BATCH },
        (__, index) => ({
          pipelineRef: `pipeline:default/p-${index % 100}`,
          metric: `metric-${Math.floor(index / 100)}`,
          at: new Date(at + batch * 60_000).toISOString(),
          value: index,
        }),
      ),
    }),
  );
  const result = await send('/v1/measurements', bodies, 201, 4);
  note(
    `measurements, ${MEASUREMENTS_IN_BATCH} a request, 4 connections`,
    MEASUREMENT_BATCHES * MEASUREMENTS_IN_BATCH,
    result,
    await plainInserts(['measurements'], MEASUREMENTS_IN_BATCH),
  );
}

if (wants('memory')) {
  const total = 200_000;
  const readings = [];
  for (let sent = 0; sent < total; sent += 20_000) {
    const bodies = Array.from({ length: 200 }, (_, index) =>
      JSON.stringify(events(100, sent + index * 100)),
    );
    await send('/v1/lineage/batch', bodies, 200, 4);
    const { heapUsed, rss } = await server.memory();
    readings.push(`${Math.round(heapUsed / 1e6)}/${Math.round(rss / 1e6)}`);
    await empty(LINEAGE_TABLES);
  }
  console.log(
    `Memory, heap/resident MB after each 20,000 of ${total} events: ${readings.join(
      ' ',
    )}`,
  );
}

const { version } = (await knex.raw('select version()')).rows[0];
console.log(
  `${os.cpus().length} × ${os.cpus()[0].model.trim()}, Node ${
    process.versions.node
  }, ${version.split(' on ')[0]} on the same machine, durable commits\n`,
);
console.log('| sent | per second | p99, ms | plain INSERT | of plain |');
console.log('|---|---:|---:|---:|---:|');
for (const { what, rate, p99: slow, raw, share } of rows) {
  console.log(
    `| ${what} | ${rate} | ${slow} | ${raw ?? ''} | ${share ?? ''} |`,
  );
}

client.close();
await knex.destroy();
await server.stop();
await postgres.stop();
