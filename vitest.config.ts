import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

const alias = { '@core': resolve('core') };

/** Tests that measure, or need a core for each of their threads: they run alone, one file after the other. */
const measuring = [
  'core/analysis/analysis.test.ts',
  'core/kernels/bounded-block.test.ts',
  'main/window/stress.test.ts',
  'workers/{measurement,workloads}/**/*.test.ts',
  'workers/experiments/snippets{,-sharing,-waiting}.test.ts',
  'workers/runtime/pool/thread-pool.test.ts',
];

/** What a person runs in a terminal, each file for seconds: a stage of its own, so that nothing else uses the cores. */
const runFiles = ['workers/experiments/run-it-yourself.test.ts'];
const areRunFiles = process.env['RUN_FILES'] === '1';

/** `npm run test:long`: the property tests alone, with many more runs from a seed of their own. */
const isLong = process.env['LONG_SEED'] !== undefined;
// A busy machine takes several times the usual time; what never ends is found all the same.
const limits = { testTimeout: isLong ? 3_600_000 : 30_000, hookTimeout: 60_000 };
const setupFiles = isLong ? ['scripts/long-properties.mjs'] : [];

/** These patterns, or the files below these folders that hold property tests if only those are wanted. */
function tests(folders: readonly string[], patterns: readonly string[]): string[] {
  if (!isLong) return [...patterns];
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
        (name) => `${folder}/${name.replaceAll('\\', '/')}`,
      ),
    )
    .filter((file) => file.endsWith('.test.ts') && readFileSync(file, 'utf8').includes("from 'fast-check'"));
}

/** All other tests use every core; Vitest would leave one free. */
const others = {
  maxWorkers: '100%',
  sequence: { groupOrder: 0 },
  exclude: isLong ? [] : areRunFiles ? ['**'] : [...measuring, ...runFiles],
};

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'measuring',
          ...limits,
          setupFiles,
          environment: 'node',
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          include: isLong ? [] : areRunFiles ? runFiles : measuring,
        },
      },
      {
        resolve: { alias },
        test: {
          // Pure functions leave nothing behind: their files share a thread and what is loaded there.
          name: 'core',
          ...limits,
          setupFiles,
          environment: 'node',
          pool: 'threads',
          isolate: false,
          ...others,
          include: tests(['core'], ['core/**/*.test.ts']),
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'node',
          ...limits,
          setupFiles,
          environment: 'node',
          ...others,
          include: tests(['workers'], ['{workers,main,preload,bench}/**/*.test.ts', 'scripts/**/*.test.mjs']),
        },
      },
      {
        resolve: { alias },
        plugins: [vue()],
        test: {
          name: 'renderer',
          ...limits,
          environment: 'happy-dom',
          ...others,
          include: tests(['renderer'], ['renderer/**/*.test.ts']),
          setupFiles: ['renderer/testing/timers-end-with-tests.ts', ...setupFiles],
        },
      },
    ],
  },
});
