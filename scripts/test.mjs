// `npm test`: the whole check. `npm test -- unit e2e` runs a part, `npm run check` all that needs no window.
// After a further `--`, arguments go to the runner: `npm test -- e2e -- -g cancel`.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { buildApp } from './build-app.mjs';
import { child, withDisplay } from './display.mjs';
import { packageForTest } from './package.mjs';
import { prepare, runScript } from './prepare.mjs';
import { SetupError, readJson, root } from './common.mjs';
import { closingLine, playwrightCounts, vitestCounts } from './test-counts.mjs';

/** @typedef {import('./test-counts.mjs').Counts} Counts */
/** @typedef {(env: NodeJS.ProcessEnv) => Promise<Counts>} Stage */

const one = (/** @type {boolean} */ isGood) => ({ passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 });

/** A stage of one or more programs that counts as a single test. */
const programs =
  (/** @type {readonly string[][]} */ ...commands) =>
  async (/** @type {NodeJS.ProcessEnv} */ env) => {
    let isGood = true;
    for (const [file = '', ...args] of commands) {
      const status = await child(process.execPath, [path.join(root, file), ...args], { cwd: root, env });
      if (status !== 0) isGood = false;
      if (status > 128) break; // ended by a signal: the person has seen enough
    }
    return one(isGood);
  };

/** A stage of one function that throws when it fails. */
const step = (/** @type {() => Promise<void>} */ action) => async () => {
  try {
    await action();
    return one(true);
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    return one(false);
  }
};

/**
 * A test runner, counted from the report that it writes.
 * @template Report
 * @param {string} name
 * @param {readonly string[]} command
 * @param {(report: Report | undefined, status: number) => Counts} count
 */
function runner(name, [file = '', ...args], count) {
  return async (/** @type {NodeJS.ProcessEnv} */ env) => {
    const report = path.join(root, 'test-results', `${name}.json`);
    rmSync(report, { force: true });
    const status = await child(process.execPath, [path.join(root, file), ...args, ...extra], { cwd: root, env });
    return count(existsSync(report) ? /** @type {Report} */ (readJson(report)) : undefined, status);
  };
}

const split = process.argv.indexOf('--', 2);
const asked = process.argv.slice(2, split < 0 ? undefined : split);
const extra = split < 0 ? [] : process.argv.slice(split + 1);

/** @type {Record<string, Stage>} */
const stages = {
  types: programs(
    ['node_modules/vue-tsc/bin/vue-tsc.js', '--build'],
    ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.floor.json'],
    ['node_modules/typescript/bin/tsc', '-p', 'preload/tsconfig.floor.json'],
  ),
  imports: programs(['scripts/check-imports.mjs']),
  lint: programs(['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.']),
  format: programs(['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']),
  unit: runner(
    'unit',
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      '--outputFile.json=test-results/unit.json',
    ],
    vitestCounts,
  ),
  build: step(buildApp),
  package: step(packageForTest),
  e2e: runner('e2e', ['node_modules/@playwright/test/cli.js', 'test'], playwrightCounts),
};
const still = ['types', 'imports', 'lint', 'format', 'unit'];
/** @type {Record<string, readonly string[]>} */
const needs = { package: ['build'], e2e: ['build', 'package'] };

function chosenStages() {
  const unknown = asked.find((name) => name !== 'check' && !(name in stages));
  if (unknown)
    throw new SetupError(`There is no stage "${unknown}". Choose from: check, ${Object.keys(stages).join(', ')}`);
  if (extra.length > 0 && asked.length !== 1)
    throw new SetupError('Arguments for a runner need exactly one stage before the --');
  const named = asked.length === 0 ? Object.keys(stages) : asked.flatMap((name) => (name === 'check' ? still : [name]));
  const wanted = new Set(named.flatMap((name) => [...(needs[name] ?? []), name]));
  return Object.entries(stages).filter(([name]) => wanted.has(name));
}

await runScript(async () => {
  const chosen = chosenStages();
  const needsApp = chosen.some(([name]) => !still.includes(name));
  await prepare({ runtime: needsApp });
  mkdirSync(path.join(root, 'test-results'), { recursive: true });
  const stopped = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopped.abort());
  /** @type {Map<string, Counts>} */
  const results = new Map();
  const runAll = async (/** @type {NodeJS.ProcessEnv} */ env) => {
    for (const [name, run] of chosen) {
      if (stopped.signal.aborted) return;
      const missing = (needs[name] ?? []).find((other) => (results.get(other)?.failed ?? 0) > 0);
      if (missing) {
        console.log(`[${name}] not run, because ${missing} failed`);
        continue;
      }
      const begin = performance.now();
      const counts = await run(env);
      results.set(name, counts);
      const seconds = ((performance.now() - begin) / 1000).toFixed(1);
      console.log(`[${name}] ${counts.failed === 0 ? 'ok' : 'FAILED'} in ${seconds} s`);
    }
  };
  await (needsApp ? withDisplay(runAll) : runAll(process.env));
  if (stopped.signal.aborted) {
    console.log('stopped before the end');
    return 130;
  }
  console.log(closingLine([...results.values()]));
  return [...results.values()].some(({ failed }) => failed > 0) ? 1 : 0;
});
