import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isWindows, say } from './repo.mjs';
import { run } from './processes.mjs';
import { onPath } from './toolchain.mjs';
import { Sentence } from './sentences.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'msedge',
];

/** Where the installers of macOS and Windows put browsers, which is not on PATH. */
function usualPlaces(env) {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      name => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    .filter(Boolean)
    .flatMap(folder => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]);
}

async function playwrightsOwn() {
  const { chromium } = await import('playwright-core');
  return chromium.executablePath();
}

async function fetchPlaywrightsOwn(env) {
  say('No Chromium found; fetching the one Playwright offers …');
  await run('yarn', ['playwright-core', 'install', 'chromium', '--no-shell'], {
    env,
  });
}

function namedByHand(path) {
  if (existsSync(path)) return path;
  throw new Sentence(`PIPELINES_CHROMIUM names ${path}, which does not exist.`);
}

/** The path of a Chromium, Chrome or Edge for the browser journeys. */
export async function findBrowser({ env }) {
  if (env.PIPELINES_CHROMIUM) return namedByHand(env.PIPELINES_CHROMIUM);
  const names = isWindows ? NAMES.map(name => `${name}.exe`) : NAMES;
  const own = await playwrightsOwn();
  const installed = [...onPath(names, env), ...usualPlaces(env), own];
  const found = installed.find(existsSync);
  if (found) return found;
  await fetchPlaywrightsOwn(env);
  if (existsSync(own)) return own;
  throw new Sentence(
    'The browser journeys need Chromium or Chrome: install one (Debian: `apt-get install chromium`), or name its program in PIPELINES_CHROMIUM; `npm run test:unit` runs everything else.',
  );
}
