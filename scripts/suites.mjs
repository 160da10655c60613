import { say } from './repo.mjs';
import { add, countsLine, NOTHING, ONE_FAILURE } from './counts.mjs';
import { Sentence } from './sentences.mjs';
import { runJest } from './jest.mjs';
import { runJourneys } from './journeys.mjs';
import { runNodeTests } from './node-tests.mjs';

const NO_BROWSER = '--no-browser';
const SCRIPT_TESTS = 'scripts/**/*.test.mjs';
const FAULT_TESTS = 'packages/e2e/src/checks/*.test.mjs';

export function showSentence({ message, details }) {
  say(`\n${message}`);
  if (details) say(details.replace(/^/gm, '  '));
}

/** A suite that cannot run is one failure, and the others still run. */
async function runSuite({ name, run }) {
  say(`\n${name}`);
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Sentence)) throw error;
    showSentence(error);
    return { ok: false, counts: ONE_FAILURE };
  }
}

function ranNothing({ passed, failed }) {
  return passed + failed === 0;
}

/** Runs suites one after the other and ends with the line of counts. */
async function runSuites(suites) {
  let total = NOTHING;
  let exitCode = 0;
  for (const suite of suites) {
    const { ok, counts } = await runSuite(suite);
    if (ranNothing(counts)) say(`\n${suite.name}: no test ran.`);
    if (!ok || counts.failed > 0 || ranNothing(counts)) exitCode = 1;
    total = add(total, counts);
  }
  process.stdout.write(`\n${countsLine(total)}\n`);
  return exitCode;
}

/**
 * `npm test`: everything; with arguments for Jest, only Jest with those; with
 * `--no-browser`, everything but the journeys.
 */
export function test({ toolchain, args }) {
  const jestArgs = args.filter(argument => argument !== NO_BROWSER);
  const scripts = {
    name: "Tests of the repository's scripts",
    run: () => runNodeTests({ toolchain, args: [SCRIPT_TESTS] }),
  };
  const jest = {
    name: 'Tests of the packages',
    run: () => runJest({ toolchain, args: jestArgs }),
  };
  const faults = {
    name: 'What tools send, through faults',
    run: () => runNodeTests({ toolchain, args: [FAULT_TESTS] }),
  };
  const browser = {
    name: 'Browser journeys',
    run: () => runJourneys({ toolchain, args: [] }),
  };
  if (jestArgs.length > 0) return runSuites([jest]);
  if (args.includes(NO_BROWSER)) return runSuites([scripts, jest, faults]);
  return runSuites([scripts, jest, faults, browser]);
}

/** `npm run test:journeys`: the browser journeys alone, all or some by name. */
export function journeys({ toolchain, args }) {
  return runSuites([
    { name: 'Browser journeys', run: () => runJourneys({ toolchain, args }) },
  ]);
}
