import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from './repo.mjs';
import { run } from './processes.mjs';
import { countsOfJest, ONE_FAILURE } from './counts.mjs';
import { withPostgres } from './postgres.mjs';
import { withTemporaryFolder } from './temporary.mjs';

/** In a clone Backstage's test command watches for changes unless told not to. */
function watchFlag(args) {
  return args.some(argument => /^--watch(All)?\b/.test(argument))
    ? []
    : ['--watch=false'];
}

/**
 * Runs the packages' Jest tests, with a real PostgreSQL for those that ask
 * `TestDatabases` for one.
 *
 * @param args - Arguments for Jest.
 */
export function runJest({ toolchain, args }) {
  return withPostgres(toolchain, postgresEnv =>
    withTemporaryFolder('pipelines-jest', async folder => {
      const report = join(folder, 'report.json');
      const code = await run(
        'yarn',
        [
          ...['backstage-cli', 'repo', 'test', ...watchFlag(args)],
          ...['--json', `--outputFile=${report}`, ...args],
        ],
        { env: { ...toolchain.env, ...postgresEnv } },
      );
      const counts = existsSync(report)
        ? countsOfJest(readJson(report))
        : ONE_FAILURE;
      return { ok: code === 0, counts };
    }),
  );
}
