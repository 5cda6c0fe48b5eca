// Which tests failed, and why: said once more at the end, as what a runner printed may be thousands of lines above.
import { stripVTControlCharacters } from 'node:util';

const mostLines = 12;

/** @param {string} name @param {readonly string[]} messages */
function failure(name, messages) {
  const lines = stripVTControlCharacters(messages[0] ?? 'it says nothing').split('\n');
  const kept = lines.map((line) => line.trimEnd()).filter((line) => line !== '');
  return [name, ...kept.slice(0, mostLines).map((line) => `    ${line}`)].join('\n');
}

/**
 * @param {{ testResults: readonly { name?: string, status: string, message?: string,
 *   assertionResults: readonly { status: string, fullName?: string, failureMessages?: readonly string[] | null }[] }[] } | undefined} report
 *   Vitest's, if it wrote one
 * @returns {readonly string[]} name and reason of each failed test, and of each file that could not be loaded
 */
export function vitestFailures(report) {
  return (report?.testResults ?? []).flatMap(
    ({ name = 'a file without a name', status, message = '', assertionResults }) => {
      const failed = assertionResults.filter((test) => test.status === 'failed');
      if (status === 'failed' && failed.length === 0) return [failure(name, [message])];
      return failed.map((test) => failure(`${name} › ${test.fullName ?? ''}`, test.failureMessages ?? []));
    },
  );
}

/** @typedef {{ message?: string }} Wrong */
/** @typedef {{ ok: boolean, title: string, file: string, line: number, tests: readonly { status?: string, results: readonly { errors?: readonly Wrong[] }[] }[] }} Spec */
/** @typedef {{ specs?: readonly Spec[], suites?: readonly Suite[] }} Suite */

/**
 * @param {{ suites: readonly Suite[], errors: readonly Wrong[] } | undefined} report Playwright's, if it wrote one
 * @returns {readonly string[]} name and reason of each test that failed at least once, and of each error outside a test
 */
export function playwrightFailures(report) {
  if (!report) return [];
  const textsOf = (/** @type {readonly Wrong[]} */ errors) => errors.map(({ message = '' }) => message);
  /** @type {(suite: Suite) => readonly string[]} */
  const within = ({ specs = [], suites = [] }) => [
    ...specs
      .filter(({ ok, tests }) => !ok || tests.some(({ status }) => status === 'flaky'))
      .map(({ title, file, line, tests }) => {
        const errors = tests.flatMap(({ results }) => results).flatMap((result) => result.errors ?? []);
        return failure(`${file}:${line} › ${title}`, textsOf(errors));
      }),
    ...suites.flatMap(within),
  ];
  return [
    ...report.suites.flatMap(within),
    ...report.errors.map((error) => failure('outside a test', textsOf([error]))),
  ];
}
