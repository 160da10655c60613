import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { inRepo } from './repo.mjs';
import { launch, sleep } from './processes.mjs';
import { isPortFree } from './ports.mjs';
import { Sentence } from './sentences.mjs';
import { withToolsToken } from './tools-token.mjs';

/** What Backstage assumes when no config file says otherwise. */
const DEFAULT_URLS = {
  app: 'http://localhost:3000',
  backend: 'http://localhost:7007',
};
const READINESS_PATH = '/.backstage/health/v1/readiness';
const POLL_MS = 1_000;
/** The dev server holds the first request back until the app is compiled. */
const REQUEST_TIMEOUT_MS = 120_000;

/**
 * The `app.baseUrl` and `backend.baseUrl` written in a config file. A pattern
 * is enough for two lines, and a YAML parser is not there before the install.
 */
export function baseUrlsIn(yaml) {
  const urls = {};
  let section;
  for (const line of yaml.split('\n')) {
    section = /^(\w+):/.exec(line)?.[1] ?? section;
    const url = /^\s+baseUrl:\s*['"]?(https?:\/\/[^\s'"]+)/.exec(line)?.[1];
    if (url && section in DEFAULT_URLS) urls[section] = url;
  }
  return urls;
}

/**
 * Makes the files named by `--config` absolute: Backstage resolves relative
 * ones from packages/app and packages/backend, which nobody expects who names
 * them on a command line at the root.
 */
export function withAbsoluteConfigs(args, folder) {
  return args.map((argument, index) => {
    const inline = /^--config=(.+)$/.exec(argument);
    if (inline) return `--config=${resolve(folder, inline[1])}`;
    return args[index - 1] === '--config'
      ? resolve(folder, argument)
      : argument;
  });
}

function configFiles(args) {
  const named = args.flatMap((argument, index) => {
    if (argument.startsWith('--config=')) return argument.slice(9);
    return args[index - 1] === '--config' ? argument : [];
  });
  return named.length > 0
    ? named
    : [inRepo('app-config.yaml'), inRepo('app-config.local.yaml')];
}

/** Where the portal will answer, given the arguments for `repo start`. */
export function portalUrls(args) {
  return configFiles(args)
    .filter(existsSync)
    .map(file => baseUrlsIn(readFileSync(file, 'utf8')))
    .reduce((urls, found) => ({ ...urls, ...found }), DEFAULT_URLS);
}

function portOf(url) {
  const { port, protocol } = new URL(url);
  return Number(port) || (protocol === 'https:' ? 443 : 80);
}

/** Fails with one sentence when something else uses a port of the portal. */
export async function requireFreePorts(urls) {
  for (const [part, url] of Object.entries(urls)) {
    const port = portOf(url);
    if (await isPortFree(port)) continue;
    throw new Sentence(
      part === 'app'
        ? `Port ${port}, where the app should listen, is taken: stop the program that uses it, or set another one in app-config.local.yaml (app.baseUrl and backend.cors.origin).`
        : `Port ${port}, where the backend should listen, is taken: stop the program that uses it, or set another one in app-config.local.yaml (backend.baseUrl and backend.listen).`,
    );
  }
}

/** Starts packages/app and packages/backend, which `repo start` picks by itself. */
export function launchPortal({ env, args, stdio }) {
  return launch('yarn', ['backstage-cli', 'repo', 'start', ...args], {
    env: withToolsToken(env),
    stdio,
  });
}

async function answers(url) {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

async function waitForAnswer(url, { signal }) {
  while (!signal.aborted && !(await answers(url))) await sleep(POLL_MS);
}

/** Waits until both halves of the portal answer, or the signal says to give up. */
export async function waitUntilReady(urls, { signal }) {
  await Promise.all([
    waitForAnswer(urls.app, { signal }),
    waitForAnswer(new URL(READINESS_PATH, urls.backend), { signal }),
  ]);
  return !signal.aborted;
}
