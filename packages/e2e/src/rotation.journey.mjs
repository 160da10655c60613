// A swap between two people, a cover, a calendar on the phone, a handoff noted.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { catalogIsReady, inBrowser, picture, signIn } from './portal.mjs';

const ROTATION = '/catalog/default/rotation/data-engineering';

before(catalogIsReady);

test('A proposes a swap, and B accepts it', async () => {
  await inBrowser('swap-proposed', {}, async page => {
    await signIn(page, { path: ROTATION, person: 'Data Engineer A' });
    await page.getByRole('button', { name: 'Propose swap' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('a wedding');
    const send = dialog.getByRole('button', { name: 'Send proposal' });
    await picture(page, 'swap-dialog');
    await send.click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('a wedding').first().waitFor();
    await picture(page, 'swap-proposed');
  });
  await inBrowser('swap-accepted', { theme: 'dark' }, async page => {
    await signIn(page, { path: ROTATION, person: 'Data Engineer B' });
    await page.getByText('a wedding').first().waitFor();
    await page.getByRole('button', { name: 'Accept' }).click();
    await page
      .getByRole('button', { name: 'Accept' })
      .waitFor({ state: 'detached' });
    await picture(page, 'swap-accepted');
  });
});

test('whoever is free covers now, and the pipeline says so', () =>
  inBrowser('cover', {}, async page => {
    await signIn(page, {
      path: ROTATION,
      person: 'Data Engineering Team Lead',
    });
    await page.getByRole('button', { name: 'Cover now' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('the train stands still');
    await picture(page, 'cover-dialog');
    await dialog.getByRole('button', { name: 'Cover', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.goto('/catalog/default/pipeline/profit');
    await page.getByText(/cover/i).first().waitFor();
    await picture(page, 'covered');
  }));

test('a calendar is subscribed, read, and revoked', () =>
  inBrowser('feed', {}, async page => {
    await signIn(page, { path: ROTATION, person: 'Data Engineer C' });
    await page.getByRole('main').getByText('Feeds', { exact: true }).click();
    await page.getByRole('button', { name: 'Feed of my shifts' }).click();
    const address = await page.locator('code').first().innerText();
    const calendar = await fetch(address);
    assert.equal(calendar.status, 200);
    assert.match(await calendar.text(), /^BEGIN:VCALENDAR\r\n/);
    await picture(page, 'feed');
    await page.getByRole('button', { name: 'Revoke', exact: true }).click();
    await page.getByRole('button', { name: 'Revoke it' }).click();
    await page
      .getByText('My shifts', { exact: true })
      .waitFor({ state: 'detached' });
    assert.equal((await fetch(address)).status, 404);
  }));

test('a handoff is written down', () =>
  inBrowser('handoff', {}, async page => {
    await signIn(page, { path: ROTATION, person: 'Data Engineer D' });
    await page.getByRole('main').getByText('Handoffs', { exact: true }).click();
    await page.getByRole('button', { name: 'Write notes' }).first().click();
    await page.getByLabel('Notes').fill('Kafka was slow on **Tuesday**.');
    await page.getByRole('button', { name: 'Save handoff' }).click();
    await page.getByText('Kafka was slow on').waitFor();
    await picture(page, 'handoff');
  }));

test('the pages of a rotation, of all rotations and of a person', async () => {
  for (const theme of ['light', 'dark']) {
    await inBrowser(`rotation-${theme}`, { theme }, async page => {
      await signIn(page, { path: ROTATION, person: 'Data Engineer A' });
      await page.getByText(/Holidays ahead/).waitFor();
      await picture(page, `rotation-page-${theme}`);
      await page
        .getByRole('main')
        .getByText('Fairness', { exact: true })
        .click();
      await page.getByText('Data Engineer D').first().waitFor();
      await picture(page, `fairness-${theme}`);
      await page.goto('/pipelines/on-call');
      await page.getByText('Data Engineering On-Call').first().waitFor();
      await picture(page, `on-call-${theme}`);
      await page.goto('/catalog/default/user/engineer-a');
      await page
        .getByText(/next shifts/i)
        .first()
        .waitFor();
      await picture(page, `user-${theme}`);
    });
  }
});
