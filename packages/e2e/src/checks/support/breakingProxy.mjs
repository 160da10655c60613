import { once } from 'node:events';
import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

// A client gives up after five retries; that would be no fault of the backend.
const MOST_IN_A_ROW = 3;

const DELAY_MS = 6_000;

/** What becomes of an answer that the backend has given. */
const FAULTS = {
  'connection cut': (_, response) => response.socket.destroy(),
  'answer cut in two': (_, response) => {
    response.writeHead(201, { 'Content-Length': 100 });
    response.write('{"');
    setImmediate(() => response.socket?.destroy());
  },
  'answered 502': (_, response) => response.writeHead(502).end(),
  'later than the timeout': async (answer, response) => {
    await pause(DELAY_MS);
    response.writeHead(answer.statusCode).end();
  },
};

function forward(port, request, body) {
  return new Promise((resolve, reject) => {
    const passed = http.request(
      {
        host: '127.0.0.1',
        port,
        path: request.url,
        method: request.method,
        headers: { ...request.headers, host: `127.0.0.1:${port}` },
      },
      answer => {
        answer.resume();
        answer.on('end', () => resolve(answer));
        answer.on('error', reject);
      },
    );
    passed.on('error', reject);
    passed.end(body);
  });
}

/**
 * A proxy that passes requests on, and breaks answers when all is stored.
 *
 * @param options - `to` is the port of the backend, `share` how many of all
 * answers are broken, `delays` how many at most come later than the client waits
 * @returns its `port`, `counts` of what it did, and `stop()`
 */
export async function breakingProxy({ to, random, share, delays }) {
  const counts = { passed: 0 };
  const brokenInARow = new Map();
  let delaysLeft = delays;

  const faultFor = name => {
    const before = brokenInARow.get(name) ?? 0;
    if (before >= MOST_IN_A_ROW || !random.chance(share)) return undefined;
    brokenInARow.set(name, before + 1);
    const [fault] = random.shuffled(
      Object.keys(FAULTS).filter(
        each => each !== 'later than the timeout' || delaysLeft > 0,
      ),
    );
    if (fault === 'later than the timeout') delaysLeft -= 1;
    return fault;
  };

  const server = http.createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const answer = await forward(to, request, body);
    const fault = faultFor(body.toString('base64'));
    const what = fault ?? 'passed';
    counts[what] = (counts[what] ?? 0) + 1;
    response.on('error', () => {});
    if (fault) await FAULTS[fault](answer, response);
    else response.writeHead(answer.statusCode, answer.headers).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: server.address().port,
    counts,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
