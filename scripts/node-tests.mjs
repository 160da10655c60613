import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from './repo.mjs';
import { run } from './processes.mjs';
import { ONE_FAILURE } from './counts.mjs';
import { withTemporaryFolder } from './temporary.mjs';

const REPORTER = new URL('./counting-reporter.mjs', import.meta.url).href;

/**
 * Runs files with Node's test runner.
 *
 * @param args - Patterns of files, and flags for `node --test`.
 * @returns Whether all went well, and the counts.
 */
export function runNodeTests({ toolchain, args, env = {} }) {
  return withTemporaryFolder('pipelines-node-tests', async folder => {
    const report = join(folder, 'counts.json');
    const code = await run(
      'node',
      [
        '--test',
        ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
        ...[
          `--test-reporter=${REPORTER}`,
          `--test-reporter-destination=${report}`,
        ],
        ...args,
      ],
      { env: { ...toolchain.env, ...env } },
    );
    const counts = existsSync(report) ? readJson(report) : ONE_FAILURE;
    return { ok: code === 0, counts };
  });
}
