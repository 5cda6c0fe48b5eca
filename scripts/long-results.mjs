// What `npm run test:long` leaves in docs/results: commit, seed, machine, and each test with its time and its figures.
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { installedRuntime } from './electron-runtime.mjs';
import { readJson, root, say } from './common.mjs';

/** Seed of everything random in the long tests; `LONG_SEED=… npm run test:long` repeats a run. */
export const longSeed = Number(process.env['LONG_SEED'] ?? randomInt(2 ** 31));

/** @typedef {{ title: string, ok: boolean, tests: readonly { annotations: readonly { type: string, description?: string }[], results: readonly { duration: number }[] }[] }} Spec */
/** @typedef {{ specs?: readonly Spec[], suites?: readonly Suite[] }} Suite as Playwright reports it */

/**
 * @param {readonly Suite[]} suites
 * @returns {readonly string[]} a row of the table for each test
 */
function rowsOf(suites) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs.map(({ title, ok, tests }) => {
      const seconds = tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration / 1000, 0);
      const figures = tests.flatMap(({ annotations }) => annotations).map((one) => one.description ?? one.type);
      return `| ${title} | ${ok ? 'passed' : 'FAILED'} | ${seconds.toFixed(0)} s | ${figures.join('; ')} |`;
    }),
    ...rowsOf(inner),
  ]);
}

/** @param {readonly string[]} args */
function git(args) {
  return spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout.trim();
}

/**
 * Writes the results of the run that has ended.
 * @param {ReadonlyMap<string, { passed: number, failed: number, skipped: number, seconds: number }>} stages by name
 */
export function keepLongResults(stages) {
  const commit = git(['rev-parse', '--short=12', 'HEAD']);
  const isClean = git(['status', '--porcelain']) === '';
  const now = new Date().toISOString();
  const report = path.join(root, 'test-results', 'e2e-long.json');
  const suites =
    stages.has('e2e-long') && existsSync(report)
      ? /** @type {{ suites: readonly Suite[] }} */ (readJson(report)).suites
      : [];
  const text = [
    `# Long tests, ${now.slice(0, 10)}`,
    '',
    `- Commit ${commit}${isClean ? '' : ', with changes that are not committed'}; seed ${longSeed}; ended ${now}`,
    `- Machine: ${os.cpus()[0]?.model ?? 'unknown'}, ${os.availableParallelism()} cores, ${(os.totalmem() / 2 ** 30).toFixed(0)} GiB, ${os.type()} ${os.release()}`,
    `- Electron ${installedRuntime()?.version ?? 'none'}, Node ${process.versions.node}`,
    '',
    '| stage | passed | failed | skipped | time |',
    '| --- | --- | --- | --- | --- |',
    ...[...stages].map(
      ([name, { passed, failed, skipped, seconds }]) =>
        `| ${name} | ${passed} | ${failed} | ${skipped} | ${seconds.toFixed(0)} s |`,
    ),
    '',
    ...(suites.length === 0
      ? []
      : ['| test | result | time | figures |', '| --- | --- | --- | --- |', ...rowsOf(suites), '']),
  ].join('\n');
  const file = path.join(root, 'docs', 'results', `long-${now.slice(0, 10)}-${commit}.md`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  say(`results kept in ${path.relative(root, file)}`);
}
