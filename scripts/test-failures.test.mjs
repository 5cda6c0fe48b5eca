import { describe, expect, it } from 'vitest';
import { playwrightFailures, vitestFailures } from './test-failures.mjs';

const red = '\u001b[31m';

describe('what failed, said at the end', () => {
  it('names a test of Vitest with the first lines of its reason, without colours', () => {
    const long = Array.from({ length: 40 }, (_, index) => `line ${index + 1}`);
    const failed = {
      status: 'failed',
      fullName: 'a sum adds',
      failureMessages: [`${red}expected 1\n\n${long.join('\n')}`],
    };
    const passed = { status: 'passed', fullName: 'a sum is there', failureMessages: [] };
    const [text = '', ...others] = vitestFailures({
      testResults: [{ name: 'core/sum.test.ts', status: 'failed', assertionResults: [passed, failed] }],
    });
    expect(others).toEqual([]);
    expect(text.split('\n').slice(0, 3)).toEqual(['core/sum.test.ts › a sum adds', '    expected 1', '    line 1']);
    expect(text.split('\n')).toHaveLength(13);
  });

  it('names a file of Vitest that could not be loaded', () => {
    const file = { name: 'core/sum.test.ts', status: 'failed', message: 'no such module', assertionResults: [] };
    expect(vitestFailures({ testResults: [file] })).toEqual(['core/sum.test.ts\n    no such module']);
  });

  it('names tests of Playwright at any depth, a flaky one and an error outside a test', () => {
    const spec = (
      /** @type {string} */ title,
      /** @type {boolean} */ ok,
      /** @type {string} */ status,
      /** @type {{ message: string }[]} */ errors,
    ) => ({
      ...{ title, ok, file: 'run.spec.ts', line: 7 },
      tests: [{ status, results: [{ errors }, {}] }],
    });
    const suites = [
      {
        specs: [spec('good', true, 'expected', [])],
        suites: [
          { specs: [spec('flaky', true, 'flaky', [{ message: 'late' }]), spec('bad', false, 'unexpected', [])] },
        ],
      },
    ];
    expect(playwrightFailures({ suites, errors: [{ message: 'no browser' }] })).toEqual([
      'run.spec.ts:7 › flaky\n    late',
      'run.spec.ts:7 › bad\n    it says nothing',
      'outside a test\n    no browser',
    ]);
  });

  it('says nothing where nothing failed, or no report was written', () => {
    expect(vitestFailures({ testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }] })).toEqual(
      [],
    );
    expect(playwrightFailures({ suites: [], errors: [] })).toEqual([]);
    expect([...vitestFailures(undefined), ...playwrightFailures(undefined)]).toEqual([]);
  });
});
