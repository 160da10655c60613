// What all journeys share: a browser, a signed-in page, a picture.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const { PORTAL_URL, BACKEND_URL, CHROMIUM_PATH, JOURNEY_REPORT } = process.env;

// Keeps the browser from asking the network for anything but the portal.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const PATIENCE_MS = 30_000;

export const backendUrl = BACKEND_URL;

/** Runs a journey in a browser of its own; a failure leaves a picture. */
export async function inBrowser(name, options, journey) {
  const { theme = 'light', width = 1280 } = options;
  const browser = await chromium.launch({
    executablePath: CHROMIUM_PATH,
    args: FLAGS,
  });
  try {
    const context = await browser.newContext({
      baseURL: PORTAL_URL,
      viewport: { width, height: 900 },
      // A zone that is not the rotation's, so that a mix-up shows.
      timezoneId: 'Europe/Berlin',
      locale: 'en-GB',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await context.addInitScript(
      chosen => window.localStorage.setItem('theme', chosen),
      theme,
    );
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    try {
      await journey(page);
    } catch (error) {
      await picture(page, `failed-${name}`);
      throw error;
    }
  } finally {
    await browser.close();
  }
}

/** Signs in as a person of the company, or as a guest when none is named. */
export async function signIn(page, { path = '/', person } = {}) {
  await page.goto(path);
  const entry = person
    ? page.getByRole('button', { name: new RegExp(`^${person}`) })
    : page.getByRole('button', { name: 'Enter' });
  await entry.click();
}

/** Takes a picture of the whole page, for people to look at. */
export async function picture(page, name) {
  mkdirSync(JOURNEY_REPORT, { recursive: true });
  await page.screenshot({
    path: join(JOURNEY_REPORT, `${name}.png`),
    fullPage: true,
  });
}

/** A new portal reads its files for some seconds: asks until all pipelines are there. */
export async function catalogIsReady() {
  const session = await fetch(`${BACKEND_URL}/api/auth/guest/refresh`);
  const { backstageIdentity } = await session.json();
  const url = `${BACKEND_URL}/api/catalog/entities/by-query?filter=kind=pipeline`;
  const begin = Date.now();
  for (;;) {
    const response = await fetch(url, {
      headers: { Authorization: `Bearer ${backstageIdentity.token}` },
    });
    const { items = [] } = await response.json();
    if (items.filter(({ relations }) => relations?.length).length >= 4) return;
    if (Date.now() - begin > PATIENCE_MS) throw new Error('No pipelines');
    await new Promise(resolve => setTimeout(resolve, 250));
  }
}
