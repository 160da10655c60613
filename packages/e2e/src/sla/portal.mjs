// What goes to the portal, and what it says, without its pages.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { backendUrl } from '../portal.mjs';

const PATIENCE_MS = 60_000;
const POLL_MS = 250;
const MINUTE = 60_000;
const DEMO_TOOLS = fileURLToPath(
  new URL('../../../../scripts/demo-tools.mjs', import.meta.url),
);

/** Sends what the company's tools tell, of this month and the two before it. */
export async function tellOfTheCompany() {
  const env = {
    ...process.env,
    PIPELINES_TOOLS_TOKEN: process.env.TOOLS_TOKEN,
  };
  await promisify(execFile)(process.execPath, [DEMO_TOOLS, backendUrl], {
    env,
  });
}

/** Sends a run of the ledger as Airflow does; its end is left out while it runs. */
export async function sendRun({ audience, begin, end, state = 'COMPLETE' }) {
  const run = { runId: randomUUID() };
  const job = { namespace: 'airflow', name: `ledger_${audience}` };
  const event = (eventType, time) => ({
    eventType,
    eventTime: new Date(time).toISOString(),
    producer: 'https://github.com/apache/airflow',
    run,
    job,
  });
  const response = await fetch(`${backendUrl}/api/pipelines/v1/lineage/batch`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${process.env.TOOLS_TOKEN}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify([event('START', begin), event(state, end)]),
  });
  assert.equal(response.status, 200, await response.text());
}

/** The token of somebody who only reads. */
export async function guestToken() {
  const session = await fetch(`${backendUrl}/api/auth/guest/refresh`);
  const { backstageIdentity } = await session.json();
  return backstageIdentity.token;
}

/** How a promise of a pipeline stands in a month, once it does as is asked. */
export async function promiseWhen(pipeline, { id, month, is }) {
  const token = await guestToken();
  const url = `${backendUrl}/api/pipelines/v1/pipelines/default/${pipeline}/sla?month=${month}`;
  const begin = Date.now();
  for (;;) {
    const response = await fetch(url, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const { objectives = [], ...sla } = await response.json();
    const promise = objectives.find(each => each.id === id);
    const score = promise?.months[0].score;
    if (score && is(score)) return { ...sla, promise, score };
    if (Date.now() - begin > PATIENCE_MS) {
      assert.fail(`${id} of ${pipeline}: ${JSON.stringify(score)}`);
    }
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
}

export const minutesAgo = minutes => Date.now() - minutes * MINUTE;
