// The stages of the three test tiers. A stage yields counts of tests; a check that is not a test runner counts as one test.
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { buildApp } from './build-app.mjs';
import { SetupError, readJson, root } from './common.mjs';
import { child } from './display.mjs';
import { keepFaultResults } from './fault-results.mjs';
import { longSeed } from './long-results.mjs';
import { packageForTest } from './package.mjs';
import { ensurePrograms } from './system-libs.mjs';
import { playwrightCounts, vitestCounts } from './test-counts.mjs';
import { playwrightFailures, vitestFailures } from './test-failures.mjs';

/** @typedef {import('./test-counts.mjs').Counts} Counts */
/** @typedef {{ env: NodeJS.ProcessEnv, extra: readonly string[] }} Setting `extra`: arguments for a test runner */
/** @typedef {Counts & { failures?: readonly string[] }} Outcome `failures`: name and reason of each test that failed */
/** @typedef {(setting: Setting) => Promise<Outcome>} Action */
/**
 * @typedef {object} Stage
 * @property {number} minutes its budget on a quiet machine with two cores; an overrun is said loudly, over eight times the budget fails
 * @property {Action} run
 * @property {readonly string[]} [needs] stages that must have passed before it makes sense; they are run with it
 * @property {boolean} [isStill] it needs neither the runtime nor a display
 * @property {boolean} [takesArguments] what follows a second `--` goes to its runner
 */

const one = (/** @type {boolean} */ isGood) => ({ passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 });

/**
 * Programs that together count as one test. What they print is shown at the end, as two such stages run at a time.
 * @param {readonly string[][]} commands
 * @returns {Action}
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
 * @returns {Action}
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
 * @template Counted
 * @template Listed
 * @param {string} reportFile below test-results/
 * @param {readonly string[]} command
 * @param {(report: Counted | undefined, status: number) => Counts} count
 * @param {(report: Listed | undefined) => readonly string[]} failures
 * @returns {Action}
 */
function runner(reportFile, [file = '', ...args], count, failures) {
  return async ({ env, extra }) => {
    const report = path.join(root, 'test-results', reportFile);
    rmSync(report, { force: true });
    const status = await child(process.execPath, [path.join(root, file), ...args, ...extra], {
      cwd: root,
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    });
    const written = existsSync(report) ? /** @type {Counted & Listed} */ (readJson(report)) : undefined;
    return { ...count(written, status), failures: failures(written) };
  };
}

/**
 * Vitest, counted by its report.
 * @param {string} name of the report
 */
function vitest(name) {
  return runner(
    `${name}.json`,
    [
      ...['node_modules/vitest/vitest.mjs', 'run', '--reporter=default'],
      ...['--reporter=json', `--outputFile.json=test-results/${name}.json`],
    ],
    vitestCounts,
    vitestFailures,
  );
}

/**
 * Playwright, counted by its report.
 * @param {string} name of the report
 * @param {readonly string[]} args
 */
function playwright(name, args) {
  const command = ['node_modules/@playwright/test/cli.js', 'test', ...args];
  return runner(`${name}.json`, command, playwrightCounts, playwrightFailures);
}

/**
 * The end-to-end tests of one tier. Called for a test by name, it looks among those of other tiers, too, that need no more
 * than the built app and are over soon.
 * @param {(typeof import('./e2e-tiers.mjs').tiers)[number]} tier
 * @returns {Action}
 */
function e2e(tier) {
  const project = (/** @type {string} */ one) => `--project=${one}`;
  return (setting) => {
    const all = tier === 'short' && setting.extra.length > 0 ? ['short', 'rest'] : [tier];
    return playwright(`e2e-${tier}`, all.map(project))(setting);
  };
}

/**
 * @param {NodeJS.ProcessEnv} more
 * @param {Action} action
 * @returns {Action}
 */
function withEnv(more, action) {
  return ({ env, extra }) => action({ env: { ...env, ...more }, extra });
}

/**
 * With what makes a test long: more runs of the property tests, many kills, a seed of its own.
 * @param {Action} action
 * @returns {Action}
 */
function long(action) {
  return ({ env, extra }) => action({ env: { ...env, LONG_SEED: String(longSeed) }, extra });
}

/** @type {Readonly<Record<string, Stage>>} */
export const stages = {
  types: {
    minutes: 1.8,
    isStill: true,
    run: programs(
      ['node_modules/vue-tsc/bin/vue-tsc.js', '--build'],
      ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.floor.json'],
      ['node_modules/typescript/bin/tsc', '-p', 'preload/tsconfig.floor.json'],
    ),
  },
  imports: { minutes: 0.2, isStill: true, run: programs(['scripts/check-imports.mjs']) },
  tiers: { minutes: 0.2, isStill: true, run: programs(['scripts/e2e-tiers.mjs']) },
  // Without a cache: rules that know types may find something new in a file because another one has changed.
  lint: {
    minutes: 2.7,
    isStill: true,
    run: programs(['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.']),
  },
  format: {
    minutes: 0.5,
    isStill: true,
    run: programs(['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']),
  },
  unit: { minutes: 2.5, isStill: true, takesArguments: true, run: vitest('unit') },
  build: { minutes: 0.2, run: step(buildApp) },
  mocked: {
    minutes: 2,
    needs: ['build'],
    takesArguments: true,
    run: playwright('mocked', ['-c', 'playwright.mocked.config.ts', '--project=mocked']),
  },
  e2e: { minutes: 2.6, needs: ['build'], takesArguments: true, run: e2e('short') },

  // Each file takes seconds and compares what two workers and one get done: alone on the machine.
  'run-files': {
    minutes: 1,
    isStill: true,
    takesArguments: true,
    run: withEnv({ RUN_FILES: '1' }, vitest('run-files')),
  },

  'mocked-rest': {
    minutes: 4.2,
    needs: ['build'],
    takesArguments: true,
    run: playwright('mocked-rest', ['-c', 'playwright.mocked.config.ts', '--project=mocked-rest']),
  },

  'e2e-rest': { minutes: 22.9, needs: ['build'], takesArguments: true, run: e2e('rest') },
  guard: {
    minutes: 5,
    needs: ['build'],
    takesArguments: true,
    // Records of the longer presets have the same screens with other numbers: those are for `test:long`, and before a move.
    run: playwright('guard', [
      '-c',
      'playwright.guard.config.ts',
      '--grep-invert',
      String.raw`\.(standard|thorough): `,
    ]),
  },
  package: { minutes: 0.5, needs: ['build'], run: step(packageForTest) },
  packaged: { minutes: 1, needs: ['package'], takesArguments: true, run: e2e('packaged') },

  // A clean Debian: a checkout; install, run, upgrade, remove. Longer than what `test:all` has left, so `test:long` runs it.
  'package-files': {
    minutes: 2,
    needs: ['build'],
    run: step(async () => {
      ensurePrograms({ '7za': 'p7zip-full', debootstrap: 'debootstrap' });
      await packageForTest(['deb', 'tar.gz']);
    }),
  },
  installed: { minutes: 7, needs: ['package-files'], takesArguments: true, run: e2e('installed') },

  'guard-whole': {
    minutes: 11,
    needs: ['build'],
    takesArguments: true,
    run: long(playwright('guard', ['-c', 'playwright.guard.config.ts'])),
  },
  'unit-long': { minutes: 15, isStill: true, takesArguments: true, run: long(vitest('unit-long')) },
  // Every command under every condition; a part of it is within `e2e`, too.
  faults: {
    minutes: 30,
    needs: ['build'],
    takesArguments: true,
    async run(setting) {
      const counts = await playwright('e2e-faults', ['e2e/faults', '--project=short', '--project=faults'])(setting);
      if (setting.extra.length === 0) keepFaultResults();
      return counts;
    },
  },
  'e2e-long': { minutes: 60, needs: ['build'], takesArguments: true, run: long(e2e('long')) },
};

/** @typedef {readonly (readonly (readonly string[])[])[]} Rows rows follow each other; the lanes of a row run at the same time */

/**
 * Lint takes about as long as the other checks together, and nothing runs beside a stage that measures. What one npm script
 * runs: `test:all` begins with all of `test`, and stops there if that fails.
 * @type {Readonly<Record<'short' | 'all' | 'long', readonly Rows[]>>}
 */
export const plans = (() => {
  const short = [[['lint'], ['types', 'imports', 'tiers', 'format']], [['unit']], [['build', 'mocked', 'e2e']]];
  return {
    short: [short],
    all: [short, [[['run-files', 'mocked-rest', 'guard', 'e2e-rest', 'package', 'packaged']]]],
    long: [[[['build', 'package-files', 'installed', 'guard-whole', 'unit-long', 'faults', 'e2e-long']]]],
  };
})();
