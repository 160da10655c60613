import { say, secondsSince } from './repo.mjs';
import {
  launchPortal,
  portalUrls,
  requireFreePorts,
  waitUntilReady,
  withAbsoluteConfigs,
} from './portal.mjs';
import { throwIfInterrupted } from './processes.mjs';

/** Nobody looks at a browser window in CI; locally Backstage opens one. */
function browserEnv(env) {
  return env.CI ? { ...env, BROWSER: 'none' } : env;
}

async function announceReady(urls, { signal }) {
  const begin = Date.now();
  if (!(await waitUntilReady(urls, { signal }))) return;
  say(
    `\nThe portal is ready after ${secondsSince(begin)}: ${
      urls.app
    } (backend: ${urls.backend}). Ctrl-C stops it.\n`,
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
  await requireFreePorts(urls);
  say(`Starting the portal: ${urls.app} and its backend ${urls.backend} …`);
  const portal = launchPortal({
    env: browserEnv(toolchain.env),
    args: portalArgs,
  });
  const gone = new AbortController();
  // The wait ends by itself with the portal; an interruption is reported below.
  announceReady(urls, { signal: gone.signal }).catch(() => {});
  const code = await portal.exited.finally(() => gone.abort());
  throwIfInterrupted();
  return code;
}
