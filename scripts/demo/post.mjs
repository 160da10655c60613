import { setTimeout as sleep } from 'node:timers/promises';

const MOST_TRIES = 20;
const DEFAULT_WAIT_S = 1;

/** Backstage says in JSON why it refuses. */
function sentenceOf({ status }, text) {
  try {
    return `${status} ${JSON.parse(text).error.message}`;
  } catch {
    return `${status} ${text}`;
  }
}

/** Posts JSON; what the portal cannot take now it is asked to take again. */
export async function postAs(token, url, body) {
  for (let tries = 1; ; tries += 1) {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (response.ok) return text && JSON.parse(text);
    if (response.status !== 503 || tries === MOST_TRIES) {
      throw new Error(
        `${new URL(url).pathname}: ${sentenceOf(response, text)}`,
      );
    }
    const seconds = Number(response.headers.get('Retry-After'));
    await sleep((seconds || DEFAULT_WAIT_S) * 1_000);
  }
}
