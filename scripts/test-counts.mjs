// How many tests a runner really ran, read from the JSON that it wrote. A runner that failed without a failed test counts
// as one failure, and so does one that found no test: a stage that proves nothing must not look green.

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { status: string, assertionResults: { status: string }[] }[] } | undefined} report Vitest's, if it wrote one
 * @param {number} status the runner's exit status
 * @returns {Counts}
 */
export function vitestCounts(report, status) {
  if (!report) return crashed;
  // A file that cannot even be loaded has no test to fail.
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  return settled(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + brokenFiles,
      skipped: report.numPendingTests + report.numTodoTests,
    },
    status,
  );
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] } | undefined} report
 *   Playwright's, if it wrote one
 * @param {number} status the runner's exit status
 * @returns {Counts}
 */
export function playwrightCounts(report, status) {
  if (!report) return crashed;
  const { expected, unexpected, flaky, skipped } = report.stats;
  // A test that failed once has failed.
  return settled({ passed: expected, failed: unexpected + flaky + report.errors.length, skipped }, status);
}

/** @type {Counts} */
const crashed = { passed: 0, failed: 1, skipped: 0 };

/**
 * @param {Counts} counts
 * @param {number} status
 * @returns {Counts}
 */
function settled(counts, status) {
  const isEmpty = counts.passed + counts.failed === 0;
  return counts.failed === 0 && (status !== 0 || isEmpty) ? { ...counts, failed: 1 } : counts;
}

/** @param {readonly Counts[]} all */
export function closingLine(all) {
  const sum = (/** @type {keyof Counts} */ key) => all.reduce((total, counts) => total + counts[key], 0);
  const skipped = sum('skipped');
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
