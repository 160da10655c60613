import assert from 'node:assert/strict';
import { PIPELINE } from './bodies.mjs';

/** Figures of the pipeline. */
export const SERIES = `/v1/pipelines/default/${PIPELINE}/series`;
const YEAR_MS = 366 * 86_400_000;

async function get(client, path) {
  const { status, text } = await client.get(path);
  assert.equal(status, 200, `GET ${path} answers ${status} ${text}`);
  return JSON.parse(text);
}

/** All items of a list, page by page. */
async function listed(client, path) {
  const items = [];
  const more = path.includes('?') ? '&' : '?';
  let page = await get(client, path);
  items.push(...page.items);
  while (page.nextCursor) {
    const cursor = encodeURIComponent(page.nextCursor);
    page = await get(client, `${path}${more}cursor=${cursor}`);
    items.push(...page.items);
  }
  return items;
}

/**
 * Reads what is stored over HTTP.
 *
 * @returns how much, in words
 */
export async function readAll(client, knex) {
  const jobs = await listed(client, '/v1/jobs?claimed=false&limit=100');
  const runIds = await knex('runs').pluck('id');
  for (const id of runIds) {
    await get(client, `/v1/runs/${id}`);
    await get(client, `/v1/runs/${id}/steps`);
  }
  for (const { job } of jobs) {
    const { namespace, name } = job;
    const query = new URLSearchParams({ namespace, name });
    // Node takes 16 KB of headers, address included.
    if (String(query).length < 8_000) await listed(client, `/v1/runs?${query}`);
  }
  await listed(client, `/v1/runs?pipelineRef=${PIPELINE}`);

  const series = await listed(client, `${SERIES}?limit=200`);
  const range = new URLSearchParams({
    from: new Date(Date.now() - YEAR_MS).toISOString(),
    to: new Date(Date.now() + YEAR_MS).toISOString(),
  });
  for (const { id } of series) {
    await get(client, `${SERIES}/${id}/measurements?${range}`);
  }
  const alerts = await get(client, `/v1/pipelines/default/${PIPELINE}/alerts`);
  await get(client, '/v1/senders');
  const refusals = await get(client, '/v1/refusals');

  const facts = await knex('lineage_events')
    .leftJoin('runs', 'runs.id', 'lineage_events.run_id')
    .whereNotNull('lineage_events.run_id')
    .whereNull('runs.id')
    .pluck('lineage_events.id');
  assert.deepEqual(facts, [], 'events of runs that are not there');
  return (
    `${runIds.length} runs of ${jobs.length} jobs, ${series.length} series, ` +
    `${alerts.items.length} alerts, ${refusals.items.length} reasons of refusals`
  );
}
