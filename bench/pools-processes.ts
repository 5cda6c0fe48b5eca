import { join, resolve } from 'node:path';
import { createRandom, shuffled } from '@core/statistics/random';
import { build } from 'vite';
import type { Options } from './options';
import { iterationsPerMs, processMeasures } from './pools/measures';
import { workers } from './pools/tasks';
import type { Block, PoolsResult } from './pools/types';
import { runProgram, sandboxSwitches, temporaryFolder } from './programs';

/** CommonJS programs of this part: Electron's processes before 28 load nothing else. Some are the product's own. */
const programs = {
  'process-main': 'bench/pools/process-main.ts',
  'lab-process': 'workers/entry/lab-process.ts',
  dispatcher: 'bench/pools/process-dispatcher.ts',
  'task-process': 'workers/entry/task-process.ts',
  'task-worker': 'bench/pools/worker-lab.ts',
  'worker-poolifier': 'bench/pools/worker-poolifier.ts',
} as const;

/** What an Electron program would use by itself: its port, between the main threads of both processes. */
const byPort = 'bare Electron port, two relays';

type Values = Readonly<Record<string, readonly number[]>>;

/**
 * The lab's task processes against the libraries' child processes, with no-ops. The lab's processes exist in Electron
 * only; the libraries run in the same Electron program as plain Node. Each block starts both anew, in shuffled order.
 */
export async function measureProcesses(
  { root, runtime }: Options,
  blocks: number,
  seed: number,
  say: (text: string) => void,
): Promise<PoolsResult> {
  const folder = await bundle(root);
  const random = createRandom(seed);
  const profile = `--user-data-dir=${temporaryFolder()}`;
  const work = { BENCH_ITERATIONS_PER_MS: String(iterationsPerMs()) };
  const asNode = { ...process.env, ...work, ELECTRON_RUN_AS_NODE: '1' };

  async function labBy(name: string, transport: 'socket' | 'port'): Promise<Values> {
    const main = join(folder, 'process-main.cjs');
    const env = { ...process.env, ...work, BENCH_TRANSPORT: transport };
    const { stdout } = await runProgram(runtime, [...sandboxSwitches, profile, main], { env });
    return { [name]: JSON.parse(stdout) as readonly number[] };
  }

  async function peers(): Promise<Values> {
    const program = join(import.meta.dirname, 'pools-peers.mjs');
    const given = [import.meta.dirname, join(folder, 'worker-poolifier.cjs'), String(random.integer(2 ** 32))];
    return JSON.parse((await runProgram(runtime, [program, ...given], { env: asNode })).stdout) as Values;
  }

  const done: Block[] = [];
  for (let block = 1; block <= blocks; block++) {
    say(`processes: block ${block} of ${blocks}`);
    const entrants = [() => labBy('lab', 'socket'), () => labBy(byPort, 'port'), peers];
    const values: Record<string, readonly number[]> = {};
    for (const measure of shuffled(entrants, random)) Object.assign(values, await measure());
    done.push(blockOf(values));
  }
  const { stdout } = await runProgram(runtime, ['-p', 'process.version'], { env: asNode });
  const names = Object.keys(Object.values(done[0] ?? {})[0] ?? {});
  return {
    runtime: stdout.trim(),
    workers,
    measures: processMeasures,
    entrants: names.map((name) => ({ name, kind: kindOf(name), settings: {} })),
    blocks: done,
  };
}

function kindOf(name: string): 'lab' | 'bare' | 'library' {
  return name === 'lab' ? 'lab' : name.startsWith('bare') ? 'bare' : 'library';
}

function blockOf(values: Values): Block {
  const row = (i: number) => Object.fromEntries(Object.entries(values).map(([name, all]) => [name, all[i] ?? NaN]));
  return Object.fromEntries(processMeasures.map(({ name }, i) => [name, row(i)]));
}

/** Below node_modules, so that the libraries are found. */
async function bundle(root: string): Promise<string> {
  const outDir = resolve(root, 'node_modules', '.cache', 'bench-processes');
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@core': resolve(root, 'core') } },
    build: {
      ssr: true,
      target: 'node18',
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(programs).map(([name, path]) => [name, resolve(root, path)])),
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  });
  return outDir;
}
