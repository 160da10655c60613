import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { requireSource } from './requireSource.mjs';

const { TOKEN } = requireSource('../../benchmarks/ingest-load.mjs');

/*
 * How OpenLineage's own clients send over HTTP, by its documentation: POST with a
 * Bearer key, gzip if asked for, a timeout of 5 s, and five retries with a backoff
 * factor of 0.3 on these statuses and when the answer cannot be read, POST
 * included. Whatever else is answered, the event is sent or it is lost.
 */
const TIMEOUT_MS = 5_000;
const RETRIES = 5;
const BACKOFF_SECONDS = 0.3;
const RETRIED = [500, 502, 503, 504];

function ask(port, body) {
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        host: '127.0.0.1',
        port,
        path: '/api/pipelines/v1/lineage',
        method: 'POST',
        headers: {
          Authorization: `Bearer ${TOKEN}`,
          'Content-Type': 'application/json',
          'Content-Encoding': 'gzip',
          'Content-Length': body.length,
        },
        timeout: TIMEOUT_MS,
      },
      response => {
        response.resume();
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode,
            retryAfter: Number(response.headers['retry-after'] ?? 0),
          }),
        );
      },
    );
    request.on('timeout', () => request.destroy(new Error('Timeout')));
    request.on('error', reject);
    request.end(body);
  });
}

/**
 * Sends one event.
 *
 * @returns how often it was sent, and whether it was `delivered` or dropped
 */
export async function deliver(port, event) {
  const body = gzipSync(JSON.stringify(event));
  for (let sent = 1; ; sent += 1) {
    const { status, retryAfter = 0 } = await ask(port, body).catch(() => ({}));
    const isRead = status !== undefined;
    if (isRead && !RETRIED.includes(status)) {
      return { sent, delivered: status < 300, status };
    }
    if (sent > RETRIES) return { sent, delivered: false, status };
    // The first retry comes at once.
    const backoff = sent === 1 ? 0 : BACKOFF_SECONDS * 2 ** (sent - 1);
    await pause(1_000 * Math.max(backoff, retryAfter));
  }
}
