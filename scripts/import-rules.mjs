// The table of who may import whom. The first rule whose folder holds the file applies.
// `node:*` stands for Node's own modules, `data:*` for a script in a URL (a probe that must be refused), a folder for
// everything below it; the rest are packages.

/** @type {readonly { folder: string, may: readonly string[], reason: string }[]} */
export const rules = [
  {
    folder: 'core',
    may: ['core', 'valibot'],
    reason: 'core must run in every process and in a bare test',
  },
  {
    folder: 'workers/services/testing',
    may: ['workers/services/testing', 'node:*', 'vite'],
    reason: 'for tests alone: it builds the programs that they start as threads',
  },
  {
    folder: 'workers',
    may: ['workers', 'core', 'node:*', 'valibot', 'systeminformation', 'libsql'],
    reason: 'measured code must start lean, and nothing of Electron exists in a worker thread',
  },
  {
    folder: 'main',
    may: ['main', 'core', 'electron', 'node:*', 'valibot', 'workers/protocol'],
    reason:
      'workers are started by the path of their entry, so that a crash stays outside; only the protocol is shared',
  },
  {
    folder: 'preload',
    may: ['preload', 'core/ipc', 'electron'],
    reason: 'the preload script runs sandboxed and is the attack surface',
  },
  {
    folder: 'renderer/charts',
    may: ['renderer/charts', 'core', 'chart.js', 'chartjs-plugin-annotation'],
    reason: 'a chart is a pure function of a record, testable without a page',
  },
  {
    folder: 'renderer/testing',
    may: ['renderer/testing', 'core', 'vitest'],
    reason: 'for tests alone: what stands in for main and for the browser',
  },
  {
    folder: 'renderer',
    may: [
      'renderer',
      'core',
      'vue',
      'pinia',
      'vue-router',
      'vue-i18n',
      '@vueuse/core',
      'reka-ui',
      '@lucide/vue',
      'chart.js',
      'chartjs-plugin-annotation',
      '@fontsource-variable/*',
    ],
    reason: 'a page reaches the other processes through the contract alone',
  },
  ...['e2e/mocked', 'e2e/guard'].map((folder) => ({
    folder,
    may: [
      'e2e',
      'core',
      'node:*',
      'valibot',
      '@playwright/test',
      'axe-core',
      'main/window/page-answer',
      'main/cli/summary',
      'workers/records',
    ],
    reason:
      'what stands in for main answers by the code that main and the analysis process use, never by invented data',
  })),
  {
    folder: 'e2e',
    may: [
      'e2e',
      'core',
      'node:*',
      'data:*',
      'electron',
      'valibot',
      '@playwright/test',
      'axe-core',
      '@electron/asar',
      '@electron/fuses',
      'vite',
    ],
    reason: 'end-to-end tests look at the product from outside',
  },
  {
    folder: 'bench',
    may: [
      'bench',
      'core',
      'node:*',
      'vite',
      '@playwright/test',
      'e2e/support/busy-workers',
      'e2e/support/records',
      'electron',
      'workers/runtime/pool',
      'workers/protocol',
      'piscina',
      'tinypool',
      'workerpool',
      'poolifier',
    ],
    reason:
      'the bench measures the product from outside, the pool beside the libraries alone; it shares load and records with the tests',
  },
  {
    folder: 'scripts/long-properties.mjs',
    may: ['node:*', 'fast-check'],
    reason: 'the set-up of property tests in the runner, which has its packages',
  },
  {
    folder: 'scripts',
    may: ['scripts', 'node:*', 'typescript', 'electron'],
    reason: 'set-up must start before any package is installed',
  },
];

/** What a unit test may import on top of what its folder may. */
export const testPackages = [
  'core/testing',
  'renderer/testing',
  'vitest',
  'valibot',
  'fast-check',
  '@vue/test-utils',
  'eslint',
  '@electron/asar',
];

/** Names that belong to one place, however they are imported. */
export const owned = [
  {
    name: 'ipcMain',
    home: 'main/ipc/register.ts',
    reason: 'one guarded door into main checks every sender and payload',
  },
  { name: 'ipcRenderer', home: 'preload/', reason: 'the page must never hold the raw channel' },
  {
    name: 'process.parentPort',
    home: 'workers/entry/',
    reason: 'only an entry knows that it runs in a utility process',
  },
];
