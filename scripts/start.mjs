import { existsSync } from 'node:fs';
import { lookBackOf } from './demo/calendar.mjs';
import { inRepo, say, secondsSince } from './repo.mjs';
import {
  launchPortal,
  portalUrls,
  requireFreePorts,
  waitUntilReady,
  withAbsoluteConfigs,
} from './portal.mjs';
import { run, throwIfInterrupted } from './processes.mjs';

/** Nobody looks at a browser window in CI; locally Backstage opens one. */
function browserEnv(env) {
  return env.CI ? { ...env, BROWSER: 'none' } : env;
}

// As far back as the demo's tools tell of, so that its promises have a past.
const LOOK_BACK = 'APP_CONFIG_pipelines_sla_lookBack';
const withLookBack = env => ({
  [LOOK_BACK]: JSON.stringify(lookBackOf(Date.now())),
  ...env,
});

/** What the company's tools would have told: so that the portal has something to show. */
async function tellOfTheCompany(urls, { env }) {
  say('The portal is new: two months of the company are sent to it …');
  const script = inRepo('scripts', 'demo-tools.mjs');
  const code = await run('node', [script, urls.backend], { env });
  if (code === 0) return;
  say(
    'The portal runs without the demo data. `npm run demo:tools` sends it once more.',
  );
}

async function announceReady(urls, { signal, isNew, env }) {
  const begin = Date.now();
  if (!(await waitUntilReady(urls, { signal }))) return;
  const seconds = secondsSince(begin);
  if (isNew) await tellOfTheCompany(urls, { env });
  say(
    `\nThe portal is ready after ${seconds}: ${urls.app} (backend: ${urls.backend}). Ctrl-C stops it.\n`,
  );
}

/**
 * `npm start`: the demo portal, app and backend, until Ctrl-C.
 *
 * @param args - Arguments for `backstage-cli repo start`.
 */
export async function start({ toolchain, args }) {
  const portalArgs = withAbsoluteConfigs(
    args,
    process.env.INIT_CWD ?? process.cwd(),
  );
  const urls = portalUrls(portalArgs);
  // Somebody's own configuration is no demo.
  const isDemo = portalArgs.length === 0;
  const isNew = isDemo && !existsSync(inRepo('.data'));
  const env = isDemo ? withLookBack(toolchain.env) : toolchain.env;
  await requireFreePorts(urls);
  say(`Starting the portal: ${urls.app} and its backend ${urls.backend} …`);
  const portal = launchPortal({
    env: browserEnv(env),
    args: portalArgs,
  });
  const gone = new AbortController();
  // The wait ends by itself with the portal; an interruption is reported below.
  announceReady(urls, { signal: gone.signal, isNew, env }).catch(() => {});
  const code = await portal.exited.finally(() => gone.abort());
  throwIfInterrupted();
  return code;
}
