import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { slaConfig } from '../packages/e2e/src/sla/config.mjs';
import { lookBackOf } from './demo/calendar.mjs';
import { inRepo, say, secondsSince } from './repo.mjs';
import { findBrowser } from './browser.mjs';
import { runNodeTests } from './node-tests.mjs';
import { freePorts } from './ports.mjs';
import { launchPortal, waitUntilReady } from './portal.mjs';
import { throwIfInterrupted } from './processes.mjs';
import { Sentence, tail } from './sentences.mjs';
import { withTemporaryFolder } from './temporary.mjs';
import { toolsToken } from './tools-token.mjs';

const JOURNEYS = 'packages/e2e/src/**';
/** Pictures and traces of the journeys, and what the portal logged. */
const REPORT = inRepo('e2e-report');
const PORTAL_LOG = join(REPORT, 'portal.log');
const START_TIMEOUT_MS = 240_000;
/** Ends a journey that hangs; one that works takes seconds. */
const JOURNEY_TIMEOUT_MS = 300_000;

/** What differs from the demo portal: ports of its own, and no data yet. */
function overrides({ urls, dataFolder }) {
  return {
    app: { baseUrl: urls.app },
    backend: {
      baseUrl: urls.backend,
      listen: { host: 'localhost', port: Number(new URL(urls.backend).port) },
      cors: { origin: urls.app },
      database: {
        client: 'better-sqlite3',
        connection: { directory: dataFolder },
      },
    },
  };
}

/** The config files for the portal; app-config.local.yaml is left out on purpose. */
async function writeConfig({ urls, folder }) {
  const file = join(folder, 'app-config.journeys.yaml');
  const dataFolder = join(folder, 'data');
  mkdirSync(dataFolder);
  // JSON is YAML, too.
  const catalog = inRepo('catalog-info', 'all.yaml');
  await writeFile(
    file,
    JSON.stringify({
      ...overrides({ urls, dataFolder }),
      ...(await slaConfig({ folder, catalog, lookBackOf })),
    }),
  );
  return ['--config', inRepo('app-config.yaml'), '--config', file];
}

async function waitForPortal({ portal, urls }) {
  const begin = Date.now();
  const gone = new AbortController();
  portal.exited.then(() => gone.abort());
  const signal = AbortSignal.any([
    gone.signal,
    AbortSignal.timeout(START_TIMEOUT_MS),
  ]);
  if (await waitUntilReady(urls, { signal })) {
    say(`The portal for the journeys is ready after ${secondsSince(begin)}.`);
    return;
  }
  throw new Sentence(
    gone.signal.aborted
      ? 'The portal for the journeys ended before it was ready; its log is in e2e-report/portal.log.'
      : `The portal for the journeys was not ready after ${
          START_TIMEOUT_MS / 1000
        } s; its log is in e2e-report/portal.log.`,
    tail(readFileSync(PORTAL_LOG, 'utf8')),
  );
}

async function withPortal({ toolchain, folder }, use) {
  const [appPort, backendPort] = await freePorts(2);
  const urls = {
    app: `http://localhost:${appPort}`,
    backend: `http://localhost:${backendPort}`,
  };
  const args = await writeConfig({ urls, folder });
  say(`Starting a portal of its own for the journeys: ${urls.app} …`);
  const log = openSync(PORTAL_LOG, 'w');
  const portal = launchPortal({
    env: { ...toolchain.env, BROWSER: 'none' },
    args,
    stdio: ['ignore', log, log],
  });
  try {
    await waitForPortal({ portal, urls });
    return await use(urls);
  } finally {
    await portal.stop();
    closeSync(log);
  }
}

/** Flags go to Node's test runner; words pick the journeys whose name has them. */
function testArguments(args) {
  const flags = args.filter(argument => argument.startsWith('-'));
  const words = args.filter(argument => !argument.startsWith('-'));
  const patterns =
    words.length > 0
      ? words.map(word => `${JOURNEYS}/*${word}*.journey.mjs`)
      : [`${JOURNEYS}/*.journey.mjs`];
  return [
    // One after the other: they share one portal.
    '--test-concurrency=1',
    // A failed journey may leave its browser open, which keeps Node waiting.
    '--test-force-exit',
    `--test-timeout=${JOURNEY_TIMEOUT_MS}`,
    ...flags,
    ...patterns,
  ];
}

/**
 * Runs the browser journeys against a real portal, app and backend, with an
 * empty database.
 *
 * @param args - Parts of names of journeys, and flags for `node --test`.
 */
export async function runJourneys({ toolchain, args }) {
  const chromium = await findBrowser(toolchain);
  throwIfInterrupted();
  rmSync(REPORT, { recursive: true, force: true });
  mkdirSync(REPORT);
  return withTemporaryFolder('pipelines-journeys', folder =>
    withPortal({ toolchain, folder }, urls =>
      runNodeTests({
        toolchain,
        args: testArguments(args),
        env: {
          PORTAL_URL: urls.app,
          BACKEND_URL: urls.backend,
          TOOLS_TOKEN: toolsToken(),
          CHROMIUM_PATH: chromium,
          JOURNEY_REPORT: REPORT,
        },
      }),
    ),
  );
}
