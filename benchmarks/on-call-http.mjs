// How long a reader waits for "who is on call" over HTTP, with many at once: a
// real backend with its catalog, credentials and permissions; SQLite in memory.
import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { metadataOf, startBackend } from './backend.mjs';
import { reportLatency } from './harness.mjs';

const PORT = 17_007;
const TOKEN = 'a-token-for-this-benchmark-alone';
const READERS = 50;
const REQUESTS = 5_000;
const ON_CALL = '/api/pipelines/v1/rotations/default/engineers/on-call';

const rotation = {
  apiVersion: 'techflow.io/v1alpha1',
  kind: 'Rotation',
  metadata: metadataOf('engineers'),
  spec: {
    type: 'weekly',
    owner: 'data-engineering',
    members: ['engineer-a', 'engineer-b', 'engineer-c', 'engineer-d'],
    start: '2026-01-05',
    handoff: { weekday: 'monday', time: '09:00', timeZone: 'America/New_York' },
    holidays: { dates: [{ date: '2026-12-25', name: 'Christmas Day' }] },
    allHands: [
      { name: 'Monthly investor report', period: 'last-week-of-month' },
    ],
  },
};

const agent = new http.Agent({ keepAlive: true, maxSockets: READERS });

function ask() {
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port: PORT,
      path: ON_CALL,
      agent,
      headers: { Authorization: `Bearer ${TOKEN}` },
    };
    http
      .get(options, response => {
        response.resume();
        response.on('end', () => resolve(response.statusCode));
      })
      .on('error', reject);
  });
}

async function reader(count, times) {
  for (let i = 0; i < count; i += 1) {
    const begin = performance.now();
    const status = await ask();
    if (status !== 200) throw new Error(`Answered ${status}`);
    times.push(performance.now() - begin);
  }
}

async function readers(count) {
  const times = [];
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: READERS }, () => reader(count / READERS, times)),
  );
  return { times, seconds: (performance.now() - begin) / 1000 };
}

const { provide, stop } = await startBackend({
  port: PORT,
  auth: {
    externalAccess: [
      { type: 'static', options: { token: TOKEN, subject: 'benchmark' } },
    ],
  },
  plugins: [
    '../plugins/catalog-backend-module-pipelines/src',
    '../plugins/pipelines-backend/src',
  ],
});
await provide([rotation]);
while ((await ask()) !== 200) await pause(100);

await readers(500);
const { times, seconds } = await readers(REQUESTS);
reportLatency(`Who is on call, ${READERS} readers at once`, {
  what: 'GET …/on-call',
  times,
  seconds,
});
await stop();
process.exit();
