/** How many tests passed, failed and were skipped, of one suite or of all. */
export const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/** What stands for a suite that could not run at all. */
export const ONE_FAILURE = { passed: 0, failed: 1, skipped: 0 };

export function add(a, b) {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

export function countsLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/**
 * Reads Jest's `--json` report. A file that does not even load has no failed
 * test in it, and counts as one.
 */
export function countsOfJest(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * What one event of Node's test runner adds, or undefined when it is not the
 * end of a test. A `describe` block is not a test of its own.
 */
export function countsOfNodeEvent({ type, data }) {
  if (type !== 'test:pass' && type !== 'test:fail') return undefined;
  if (data.details?.type === 'suite') return undefined;
  // `skip` and `todo` hold their reason, or an empty one, when they are set.
  if (data.skip !== undefined || data.todo !== undefined) {
    return { ...NOTHING, skipped: 1 };
  }
  return type === 'test:pass' ? { ...NOTHING, passed: 1 } : ONE_FAILURE;
}
