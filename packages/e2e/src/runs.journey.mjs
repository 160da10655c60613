// A tool is set up with nothing but an address and a key, and its run is seen.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, test } from 'node:test';
import {
  backendUrl,
  catalogIsReady,
  inBrowser,
  picture,
  signIn,
} from './portal.mjs';

before(catalogIsReady);

/** Sends an event as a tool does; its key opens nothing else. */
async function send(event) {
  const response = await fetch(`${backendUrl}/api/pipelines/v1/lineage`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${process.env.TOOLS_TOKEN}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({
      producer: 'https://github.com/apache/airflow/tree/providers-openlineage',
      ...event,
    }),
  });
  assert.equal(response.status, 201, await response.text());
}

const eventOf = (eventType, job, runId, changes = {}) => ({
  eventType,
  eventTime: new Date().toISOString(),
  run: { runId, facets: { ...changes.facets } },
  job: { namespace: 'airflow', name: job },
  outputs: changes.outputs ?? [],
});

for (const theme of ['light', 'dark']) {
  test(`a run appears on its pipeline's page while one looks, ${theme}`, () =>
    inBrowser(`runs-${theme}`, { theme }, async page => {
      const runId = randomUUID();
      await signIn(page, { path: '/catalog/default/pipeline/growth/runs' });
      await page.getByRole('heading', { name: 'Runs' }).waitFor();

      await send(eventOf('START', 'growth_experiments', runId));
      await page.getByText('running', { exact: true }).first().waitFor();

      const outputs = [
        {
          namespace: 'warehouse',
          name: 'growth',
          outputFacets: { outputStatistics: { rowCount: 4321 } },
        },
      ];
      await send(eventOf('COMPLETE', 'growth_experiments', runId, { outputs }));
      await page.getByText('complete', { exact: true }).first().waitFor();
      await page.getByText('4,321').first().waitFor();
      await picture(page, `runs-${theme}`);
    }));
}

test('a job that nobody has claimed comes with the lines that claim it', () =>
  inBrowser('setup', {}, async page => {
    await send(eventOf('START', 'churn_forecast', randomUUID()));
    await signIn(page, { path: '/pipelines/setup', person: 'Data Engineer A' });
    await page.getByText('churn_forecast').first().waitFor();
    await page.getByRole('button', { name: /YAML/ }).first().click();
    await page.getByText('name: churn_forecast').first().waitFor();
    await picture(page, 'setup');
  }));

test('the key of a tool opens nothing but the doors for what tools send', async () => {
  for (const path of [
    '/api/catalog/entities/by-query',
    '/api/pipelines/v1/senders',
    '/api/pipelines/v1/runs?pipelineRef=growth',
  ]) {
    const { status } = await fetch(`${backendUrl}${path}`, {
      headers: { Authorization: `Bearer ${process.env.TOOLS_TOKEN}` },
    });
    assert.ok([401, 403, 404].includes(status), `${path} answered ${status}`);
  }
});
