// The company's tools tell of two months, and everybody sees what was kept.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { before, test } from 'node:test';
import {
  backendUrl,
  catalogIsReady,
  inBrowser,
  picture,
  signIn,
} from './portal.mjs';
import { booksOfLastMonth } from './sla/ledger.mjs';
import {
  guestToken,
  minutesAgo,
  promiseWhen,
  sendRun,
  tellOfTheCompany,
} from './sla/portal.mjs';

// What the demo's tools tell is part of no package.
const requireScript = createRequire(import.meta.url);
const { iso, toldOf } = requireScript('../../../scripts/demo/calendar.mjs');
const { storiesOf } = requireScript('../../../scripts/demo/stories.mjs');

const told = toldOf(Date.now());
const stories = storiesOf(told);
const monthOf = instant => iso(instant).slice(0, 7);

/** The day on which a story of a job is told, as its midnight in UTC. */
function dayOf(job, isIt) {
  const found = [...stories.runs].filter(
    ([name, story]) => name.startsWith(`${job} `) && isIt(story),
  );
  return Math.max(...found.map(([name]) => Number(name.split(' ')[1])));
}

const lateDay = dayOf(
  'profit_experiments',
  ({ attempts }) => attempts[0]?.after,
);
const absentDay = dayOf('growth_experiments', ({ filledIn }) => filledIn);

const tabOf = (pipeline, { month, promise }) =>
  `/catalog/default/pipeline/${pipeline}/sla?month=${month}&promise=${promise}`;

before(async () => {
  await catalogIsReady();
  await tellOfTheCompany();
  await promiseWhen('engagement', {
    id: 'freshness',
    month: monthOf(stories.outage.to),
    is: ({ missed }) => missed > 0,
  });
  await promiseWhen('growth', {
    id: 'delivery-experiments',
    month: monthOf(absentDay),
    is: ({ met, missed }) => met > 0 && missed === 1,
  });
});

/** Types a time of a day into a picker part by part, as one does on a keyboard. */
async function pick(page, label, { day, hour }) {
  const [year, month, date] = iso(day).slice(0, 10).split('-');
  const group = page.getByRole('group', { name: new RegExp(`^${label}`) });
  const parts = { day: date, month, year, hour, minute: '00' };
  for (const [name, text] of Object.entries(parts)) {
    await group
      .getByRole('spinbutton', { name: new RegExp(`^${name},`) })
      .click();
    await page.keyboard.type(text);
  }
}

test('a run that never came is a miss; work that was announced does not count', () =>
  inBrowser('sla-excluded', {}, async page => {
    const month = monthOf(absentDay);
    const reason = 'The warehouse was moved, as announced';
    await signIn(page, {
      path: tabOf('growth', { month, promise: 'delivery-experiments' }),
      person: 'Data Engineering Team Lead',
    });
    const day = page.getByRole('region', { name: 'Evidence of this day' });
    await day.getByText('no run came', { exact: true }).waitFor();
    await picture(page, 'sla-absent');

    await page.getByRole('button', { name: 'Exclude a time' }).click();
    const dialog = page.getByRole('dialog');
    await pick(page, 'From', { day: absentDay, hour: '00' });
    await pick(page, 'Until', { day: absentDay, hour: '12' });
    await dialog.getByRole('textbox', { name: /Reason/ }).fill(reason);
    await picture(page, 'sla-exclude-dialog');
    await dialog.getByRole('button', { name: 'Exclude', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });

    await page
      .getByRole('grid', { name: 'Exclusions' })
      .getByText(reason)
      .waitFor();
    const { score } = await promiseWhen('growth', {
      id: 'delivery-experiments',
      month,
      is: ({ excluded }) => excluded === 1,
    });
    assert.equal(score.missed, 0);
    await page.getByText('1 excluded').first().waitFor();
    await picture(page, 'sla-excluded');
  }));

test('a failed run is a risk, a good one ends it; what comes late revises a closed month', () =>
  inBrowser('sla-live', {}, async page => {
    await signIn(page, { path: '/catalog/default/pipeline/ledger' });
    const card = page.getByRole('grid', { name: 'Promises' });
    const treasury = card.getByRole('row').filter({ hasText: 'Treasury' });
    await treasury.getByText(/^due in/).waitFor();
    const failed = { begin: minutesAgo(9), end: minutesAgo(5), state: 'FAIL' };
    await sendRun({ audience: 'treasury', ...failed });
    await treasury.getByText(/^failed, due in/).waitFor();
    await picture(page, 'sla-at-risk');
    const good = { begin: minutesAgo(4), end: minutesAgo(1) };
    await sendRun({ audience: 'treasury', ...good });
    await treasury.getByText('on time', { exact: true }).waitFor();

    const expected = booksOfLastMonth(told.now);
    const month = monthOf(expected);
    const id = 'delivery-auditors';
    await promiseWhen('ledger', {
      id,
      month,
      is: ({ missed }) => missed === 1,
    });
    await page.goto(tabOf('ledger', { month, promise: id }));
    await page.getByText(/was closed on/).waitFor();
    const late = { begin: expected + 60_000, end: expected + 1_200_000 };
    await sendRun({ audience: 'auditors', ...late });
    const revisions = page.getByRole('list', { name: /^Revisions of/ });
    await revisions.getByText(/0 of 1.*→.*1 of 1/).waitFor();
    await picture(page, 'sla-revised');
  }));

async function seesProfit(page, theme) {
  const card = page.getByRole('grid', { name: 'Promises' });
  await card
    .getByRole('row')
    .filter({ hasText: 'on day 1 of the month' })
    .getByText(/^(on time|due in )/)
    .waitFor();
  await card.getByText(/ old$/).first().waitFor();
  await card.getByText(/^[A-Z][a-z]+ (not signed|due in )/).waitFor();
  await picture(page, `sla-card-${theme}`);

  const month = monthOf(lateDay);
  await page.goto(tabOf('profit', { month, promise: 'delivery-experiments' }));
  const day = page.getByRole('region', { name: 'Evidence of this day' });
  await day.getByText('late by 1 h 47 min', { exact: true }).waitFor();
  await day.getByText(/^A good run ended .* late by 1 h 47 min/).waitFor();
  await page.getByText('−10.1 %', { exact: true }).first().waitFor();
  // In the chart of revenue, which comes last.
  await page.getByText(/^−10 % of/).waitFor();
  // Who may not change anything sees no button for it.
  await page.getByText(/you may not/).waitFor();
  for (const name of [/^Exclude/, /^Sign /, /^Take back/]) {
    assert.equal(await page.getByRole('button', { name }).count(), 0);
  }
  await picture(page, `sla-tab-${theme}`);
}

async function seesEngagement(page) {
  const month = monthOf(stories.outage.to);
  await page.goto(tabOf('engagement', { month, promise: 'freshness' }));
  await page.getByText('It was missed in these times:').waitFor();
  await page.getByText(/53 h 30 min old, where 48 h are allowed/).waitFor();
  await picture(page, 'sla-missed');
}

async function readsScorecard(page, theme) {
  await page.goto('/pipelines/scorecard');
  const table = page.getByRole('grid', { name: 'Scorecard' });
  for (const name of [
    'Profit Calculation Pipeline',
    'Growth Metrics Pipeline',
    'User Engagement Pipeline',
    'Executive Dashboard Pipeline',
    'Ledger Pipeline',
  ]) {
    await table.getByRole('link', { name }).waitFor();
  }
  await picture(page, `scorecard-${theme}`);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  const download = await downloading;
  assert.match(download.suggestedFilename(), /^scorecard-\d{4}-\d\d\.csv$/);
  const csv = await readFile(await download.path(), 'utf8');
  const [head, ...lines] = csv.trim().split('\r\n');
  assert.match(head, /^\uFEFF?Pipeline,/);
  // Each promise of Profit has a line.
  const ofProfit = lines.filter(line =>
    /^pipeline:default\/profit,/.test(line),
  );
  assert.equal(ofProfit.length, 7, csv);
}

for (const theme of ['light', 'dark']) {
  test(`a guest sees what was kept, late and missed, and takes it along, ${theme}`, () =>
    inBrowser(`sla-${theme}`, { theme, width: 1440 }, async page => {
      await signIn(page, { path: '/catalog/default/pipeline/profit' });
      await seesProfit(page, theme);
      if (theme === 'light') await seesEngagement(page);
      await readsScorecard(page, theme);
    }));
}

test('who may not exclude a time is refused', async () => {
  const url = `${backendUrl}/api/pipelines/v1/pipelines/default/executive/exclusions`;
  const { status } = await fetch(url, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${await guestToken()}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({
      type: 'pause',
      reason: 'Nobody looks',
      from: iso(minutesAgo(60)),
      to: iso(minutesAgo(30)),
    }),
  });
  assert.equal(status, 403);
});
