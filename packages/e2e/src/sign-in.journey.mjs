// Who a visitor may be, and what he may do.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { backendUrl, catalogIsReady, inBrowser, signIn } from './portal.mjs';

before(catalogIsReady);

test('a visitor is the person he picked, until he signs out', () =>
  inBrowser('sign-in', {}, async page => {
    await signIn(page, { path: '/settings', person: 'Data Engineer B' });
    const person = page.getByRole('link', { name: 'Data Engineer B' }).first();
    await person.waitFor();
    await page.reload();
    await person.waitFor();
    await page.getByTestId('user-settings-menu').click();
    await page.getByTestId('sign-out').click();
    await page.getByRole('button', { name: 'Enter' }).waitFor();
  }));

test('a guest sees, but cannot change', async () => {
  const session = await fetch(`${backendUrl}/api/auth/guest/refresh`);
  const { backstageIdentity } = await session.json();
  const headers = { Authorization: `Bearer ${backstageIdentity.token}` };
  const rotation = `${backendUrl}/api/pipelines/v1/rotations/default/data-engineering/on-call`;
  const seen = await fetch(rotation, { headers });
  assert.equal(seen.status, 200);
  const changed = await fetch(`${backendUrl}/api/catalog/locations`, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ type: 'url', target: 'http://localhost/x.yaml' }),
  });
  assert.equal(changed.status, 403);
});

test('nobody is answered without signing in', async () => {
  const rotation = `${backendUrl}/api/pipelines/v1/rotations/default/data-engineering/on-call`;
  assert.equal((await fetch(rotation)).status, 401);
});

test('the pages say so when a reader may not see who is on call, or the backend is away', () =>
  inBrowser('failing', {}, async page => {
    await page.route('**/api/pipelines/v1/**', route =>
      route.fulfill({
        status: 403,
        json: {
          error: { name: 'NotAllowedError', message: 'no' },
          response: { statusCode: 403 },
        },
      }),
    );
    await signIn(page, { path: '/catalog/default/pipeline/profit' });
    await page
      .getByText(/not (allowed|permitted)|may not see/i)
      .first()
      .waitFor();
    await page.unroute('**/api/pipelines/v1/**');
    await page.route('**/api/pipelines/v1/**', route => route.abort());
    await page.reload();
    await page
      .getByRole('button', { name: /again|retry/i })
      .first()
      .waitFor();
    await page.unroute('**/api/pipelines/v1/**');
    await page
      .getByRole('button', { name: /again|retry/i })
      .first()
      .click();
    await page
      .getByText(/^until /)
      .first()
      .waitFor();
  }));
