import { describe, expect, it } from 'vitest';
import { closingLine, playwrightCounts, vitestCounts } from './test-counts.mjs';

const unit = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] };
const stats = { expected: 4, unexpected: 0, flaky: 0, skipped: 0 };

describe('counting tests', () => {
  it('counts tests, not files or stages', () => {
    expect(vitestCounts(unit, 0)).toEqual({ passed: 5, failed: 0, skipped: 2 });
    expect(playwrightCounts({ stats, errors: [] }, 0)).toEqual({ passed: 4, failed: 0, skipped: 0 });
  });

  it('counts a file that could not be loaded, and not a second time one whose tests failed', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ];
    expect(vitestCounts({ ...unit, numFailedTests: 1, testResults }, 1)).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });

  it('counts a crashed runner as one failure', () => {
    expect(vitestCounts(undefined, 139)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(playwrightCounts(undefined, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(vitestCounts(unit, 1).failed).toBe(1);
    expect(playwrightCounts({ stats, errors: [] }, 1).failed).toBe(1);
  });

  it('takes no test at all for a failure, also when all were skipped', () => {
    const none = { expected: 0, unexpected: 0, flaky: 0, skipped: 3 };
    expect(playwrightCounts({ stats: none, errors: [] }, 0)).toEqual({ passed: 0, failed: 1, skipped: 3 });
    expect(vitestCounts({ ...unit, numPassedTests: 0 }, 0).failed).toBe(1);
  });

  it('takes a flaky test and an error outside a test for failures', () => {
    expect(playwrightCounts({ stats: { ...stats, flaky: 1 }, errors: [{}] }, 1)).toEqual({
      passed: 4,
      failed: 2,
      skipped: 0,
    });
  });

  it('sums up in one line', () => {
    const good = { passed: 1, failed: 0, skipped: 0 };
    expect(closingLine([good, { passed: 40, failed: 2, skipped: 0 }])).toBe('41 passed, 2 failed');
    expect(closingLine([good, { passed: 3, failed: 0, skipped: 2 }])).toBe('4 passed, 0 failed, 2 skipped');
  });
});
