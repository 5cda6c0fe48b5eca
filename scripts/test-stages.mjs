// What `npm test` runs. A stage yields counts of tests; a check that is not a test runner counts as one test.
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { buildApp } from './build-app.mjs';
import { SetupError, readJson, root } from './common.mjs';
import { child } from './display.mjs';
import { packageForTest } from './package.mjs';
import { playwrightCounts, vitestCounts } from './test-counts.mjs';

/** @typedef {import('./test-counts.mjs').Counts} Counts */
/** @typedef {{ env: NodeJS.ProcessEnv, extra: readonly string[] }} Setting `extra`: arguments for a test runner */
/** @typedef {(setting: Setting) => Promise<Counts>} Stage */

const one = (/** @type {boolean} */ isGood) => ({ passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 });

/**
 * Programs that together count as one test. What they print is shown at the end, as two such stages run at a time.
 * @param {readonly string[][]} commands
 * @returns {Stage}
 */
function programs(...commands) {
  return async ({ env }) => {
    /** @type {Buffer[]} */
    const printed = [];
    const keep = (/** @type {Buffer} */ chunk) => printed.push(chunk);
    const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
    let isGood = true;
    for (const [file = '', ...args] of commands) {
      const status = await child(
        process.execPath,
        [path.join(root, file), ...args],
        { cwd: root, env: { ...env, ...colour }, stdio: ['ignore', 'pipe', 'pipe'] },
        ({ stdout, stderr }) => {
          stdout?.on('data', keep);
          stderr?.on('data', keep);
        },
      );
      if (status !== 0) isGood = false;
      if (status > 128) break; // ended by a signal: the person has seen enough
    }
    process.stdout.write(Buffer.concat(printed));
    return one(isGood);
  };
}

/**
 * One function that throws when it fails.
 * @param {() => Promise<void>} action
 * @returns {Stage}
 */
function step(action) {
  return async () => {
    try {
      await action();
      return one(true);
    } catch (error) {
      console.error(error instanceof SetupError ? error.message : error);
      return one(false);
    }
  };
}

/**
 * A test runner, counted from the report that it writes.
 * @template Report
 * @param {string} reportFile below test-results/
 * @param {readonly string[]} command
 * @param {(report: Report | undefined, status: number) => Counts} count
 * @returns {Stage}
 */
function runner(reportFile, [file = '', ...args], count) {
  return async ({ env, extra }) => {
    const report = path.join(root, 'test-results', reportFile);
    rmSync(report, { force: true });
    const status = await child(process.execPath, [path.join(root, file), ...args, ...extra], { cwd: root, env });
    return count(existsSync(report) ? /** @type {Report} */ (readJson(report)) : undefined, status);
  };
}

/** @type {Readonly<Record<string, Stage>>} */
export const stages = {
  types: programs(
    ['node_modules/vue-tsc/bin/vue-tsc.js', '--build'],
    ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.floor.json'],
    ['node_modules/typescript/bin/tsc', '-p', 'preload/tsconfig.floor.json'],
  ),
  imports: programs(['scripts/check-imports.mjs']),
  lint: programs(['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.']),
  format: programs(['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']),
  unit: runner(
    'unit.json',
    [
      ...['node_modules/vitest/vitest.mjs', 'run', '--reporter=default'],
      ...['--reporter=json', '--outputFile.json=test-results/unit.json'],
    ],
    vitestCounts,
  ),
  build: step(buildApp),
  package: step(packageForTest),
  e2e: runner('e2e.json', ['node_modules/@playwright/test/cli.js', 'test'], playwrightCounts),
};

/** Stages that need neither the runtime nor a display. */
export const still = ['types', 'imports', 'lint', 'format', 'unit'];

/** What must have passed before a stage makes sense; it is run with it. @type {Readonly<Record<string, readonly string[]>>} */
export const needs = { package: ['build'], e2e: ['build', 'package'] };

/**
 * Rows follow each other; the lanes of a row run at the same time. Lint alone takes as long as the other checks together,
 * and nothing runs beside a stage that measures.
 */
export const plan = [[['lint'], ['types', 'imports', 'format']], [['unit']], [['build', 'package', 'e2e']]];
