// From the catalog to what to do when revenue does not match, and to the rotation.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { catalogIsReady, inBrowser, picture, signIn } from './portal.mjs';

before(catalogIsReady);

/** The tabs of an entity page are links, beside others of the same words. */
const openTab = (page, name) =>
  page.getByRole('main').getByText(name, { exact: true }).first().click();

for (const theme of ['light', 'dark']) {
  test(`a guest finds out about Profit, ${theme}`, () =>
    inBrowser(`pipeline-${theme}`, { theme }, async page => {
      await signIn(page);

      for (const title of [
        'Profit Calculation Pipeline',
        'Growth Metrics Pipeline',
        'User Engagement Pipeline',
        'Executive Dashboard Pipeline',
      ]) {
        await page.getByRole('link', { name: title }).first().waitFor();
      }
      await picture(page, `catalog-${theme}`);

      await page
        .getByRole('link', { name: 'Profit Calculation Pipeline' })
        .first()
        .click();
      await page.getByRole('heading', { name: 'On call' }).waitFor();
      await page
        .getByText(/^until /)
        .first()
        .waitFor();
      await page.getByText(/^next, from /).waitFor();
      await page
        .getByText(/weekly rotation, \d\w\w of 4/)
        .first()
        .waitFor();
      await page.getByText('Data is never older than 24 hours').waitFor();
      await page.getByText('pending', { exact: true }).first().waitFor();
      await picture(page, `overview-${theme}`);

      await openTab(page, 'Ownership');
      await page.getByText('this page').waitFor();
      for (const name of [
        'Finance Team',
        'Accounts Team',
        'Software Frontend Team',
        'Business Analytics Team',
        'Risk Team',
      ]) {
        await page.getByRole('link', { name, exact: true }).first().waitFor();
      }
      await page.getByText('Who is told when something breaks here').waitFor();
      await page.getByText('critical financial issues').first().waitFor();
      await picture(page, `ownership-${theme}`);

      await openTab(page, 'SLA');
      await page
        .getByText('Critical issues are mended within 48 hours')
        .waitFor();
      await page.getByText(/10\s%/).first().waitFor();
      await picture(page, `sla-${theme}`);

      await openTab(page, 'Runbook');
      await page
        .getByText("Numbers don't align with account filings")
        .waitFor();
      await page.getByText('Verify with accounting team').waitFor();
      await page.getByText('Immediate escalation to Finance Team').waitFor();
      await picture(page, `runbook-${theme}`);

      await openTab(page, 'Overview');
      await page
        .getByRole('link', { name: 'Data Engineering On-Call' })
        .first()
        .click();
      await page.getByRole('heading', { name: 'Schedule' }).waitFor();
      await page
        .getByRole('link', { name: 'Data Engineer C' })
        .first()
        .waitFor();
      await picture(page, `rotation-${theme}`);
    }));
}

test('a runbook row has a link of its own', () =>
  inBrowser('runbook-link', {}, async page => {
    await signIn(page, {
      path: '/catalog/default/pipeline/profit/runbook#salary-aggregation-errors',
    });
    const row = page.locator('#salary-aggregation-errors');
    await row.waitFor();
    await page.waitForFunction(
      () =>
        document
          .getElementById('salary-aggregation-errors')
          .getBoundingClientRect().top < window.innerHeight,
    );
    await row.getByRole('button', { name: /copy/i }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /\/runbook#salary-aggregation-errors$/);
  }));

test('the matrix of all pipelines has a page of its own', () =>
  inBrowser('pipelines-page', { width: 768 }, async page => {
    await signIn(page, { path: '/pipelines' });
    await page.getByText('MEDIUM-HIGH').waitFor();
    await picture(page, 'pipelines-768');
  }));
