// What `npm start` and `npm test` run. Works in a fresh clone, with an old
// Node and no Yarn: nothing here needs a package before the install.
import { ensureToolchain } from './toolchain.mjs';
import { ensureInstalled } from './install.mjs';
import { Interrupted, passOnSignals, run } from './processes.mjs';
import { Sentence } from './sentences.mjs';
import { start } from './start.mjs';
import { journeys, showSentence, test } from './suites.mjs';

/** Runs Yarn with the arguments, for steps that have no verb of their own. */
function exec({ toolchain, args }) {
  return run('yarn', args, { env: toolchain.env });
}

/** The preparation alone, which every verb begins with. */
function setup() {
  return 0;
}

const VERBS = { start, test, journeys, exec, setup };

async function main([verb, ...rest]) {
  if (!Object.hasOwn(VERBS, verb ?? '')) {
    throw new Sentence(
      `Usage: node scripts/run.mjs <${Object.keys(VERBS).join(
        '|',
      )}> [arguments]`,
    );
  }
  const toolchain = await ensureToolchain();
  await ensureInstalled(toolchain);
  // npm drops the `--` before arguments that are meant for us, Yarn keeps it.
  const args = rest[0] === '--' ? rest.slice(1) : rest;
  return VERBS[verb]({ toolchain, args });
}

passOnSignals();
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof Sentence) {
    showSentence(error);
    process.exitCode = 1;
  } else if (error instanceof Interrupted) {
    process.exitCode = error.exitCode;
  } else {
    throw error;
  }
}
