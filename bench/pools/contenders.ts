import { Worker } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { FixedThreadPool } from 'poolifier';
import { Tinypool } from 'tinypool';
import workerpool from 'workerpool';
import { createPool } from '../../workers/runtime/pool/pool';
import { createThreadLink } from '../../workers/runtime/pool/thread-link';
import { workers } from './tasks';
import type { Task } from './tasks';

/** A pool in the bench: warm, with two workers. */
export interface Contender {
  /** Runs a task; what is in `transfer` is handed over. */
  run(task: Task, transfer?: readonly ArrayBuffer[]): Promise<number>;
  end(): Promise<unknown>;
}

/** How a contender is set up. A library may appear with several settings; the best one of each measure counts. */
export interface Entrant {
  readonly name: string;
  readonly kind: 'lab' | 'bare' | 'library';
  /** What differs from the library's defaults, as it is written in the raw values. */
  readonly settings: Readonly<Record<string, unknown>>;
  start(script: (name: string) => string): Promise<Contender>;
}

/** Tasks a worker may hold at once where a library can be told so: enough that it never waits for the next message. */
const ahead = 64;
const fixed = { minThreads: workers, maxThreads: workers };

function piscina(name: string, more: Readonly<{ concurrentTasksPerWorker?: number }>): Entrant {
  const settings = { ...fixed, idleTimeout: Infinity, ...more };
  return {
    name,
    kind: 'library',
    settings,
    start(script) {
      const pool = new Piscina({ filename: script('worker-function'), name: 'answer', ...settings });
      return Promise.resolve({
        run: (task, transfer) => pool.run(task, transfer ? { transferList: [...transfer] } : {}) as Promise<number>,
        end: () => pool.destroy(),
      });
    },
  };
}

function tinypool(name: string, more: Readonly<{ concurrentTasksPerWorker?: number }>): Entrant {
  const settings = { ...fixed, ...more };
  return {
    name,
    kind: 'library',
    settings,
    start(script) {
      const pool = new Tinypool({ filename: script('worker-function'), name: 'answer', ...settings });
      return Promise.resolve({
        run: (task, transfer) => pool.run(task, transfer ? { transferList: [...transfer] } : {}) as Promise<number>,
        end: () => pool.destroy(),
      });
    },
  };
}

const workerpoolSettings = { minWorkers: workers, maxWorkers: workers, workerType: 'thread' } as const;
const poolifierSettings = { enableTasksQueue: false } as const;

/** The thread pools: the lab's, one by hand, and the libraries with their defaults and tuned by their documentation. */
export const entrants: readonly Entrant[] = [
  {
    name: 'lab',
    kind: 'lab',
    settings: {},
    async start(script) {
      const hire = (slot: number) => createThreadLink<Task, number>(script('worker-lab'), { id: `thread-${slot}` });
      const pool = createPool<Task, number>({ workers, hire });
      await pool.ready;
      return { run: (task, transfer) => pool.run(task, transfer && { transfer }), end: () => pool.close() };
    },
  },
  { name: 'bare postMessage', kind: 'bare', settings: {}, start: bare },
  piscina('piscina', {}),
  piscina(`piscina, ${ahead} ahead`, { concurrentTasksPerWorker: ahead }),
  tinypool('tinypool', {}),
  tinypool(`tinypool, ${ahead} ahead`, { concurrentTasksPerWorker: ahead }),
  {
    name: 'workerpool',
    kind: 'library',
    settings: workerpoolSettings,
    start(script) {
      const pool = workerpool.pool(script('worker-workerpool'), workerpoolSettings);
      return Promise.resolve({
        // Its promise is a class of its own; the others are awaited as they are, so is this one.
        run: (task, transfer) =>
          pool.exec('answer', [task], transfer && { transfer: [...transfer] }) as unknown as Promise<number>,
        end: () => Promise.resolve(pool.terminate()),
      });
    },
  },
  {
    name: 'poolifier',
    kind: 'library',
    settings: poolifierSettings,
    start(script) {
      const pool = new FixedThreadPool<Task, number>(workers, script('worker-poolifier'), poolifierSettings);
      return Promise.resolve({
        run: (task, transfer) => pool.execute(task, undefined, undefined, transfer),
        end: () => pool.destroy(),
      });
    },
  },
];

/** One message per task, workers in turn, answers found by number: the least one can write by hand. */
async function bare(script: (name: string) => string): Promise<Contender> {
  const waiting = new Map<number, (result: number) => void>();
  let next = 0;
  const threads = await Promise.all(
    Array.from(
      { length: workers },
      () =>
        new Promise<Worker>((resolve, reject) => {
          const thread = new Worker(script('worker-bare'));
          thread.once('error', reject);
          thread.once('message', () => {
            thread.on('message', ({ id, result }: { readonly id: number; readonly result: number }) => {
              waiting.get(id)?.(result);
              waiting.delete(id);
            });
            resolve(thread);
          });
        }),
    ),
  );
  return {
    run: (task, transfer) =>
      new Promise((resolve) => {
        const id = next++;
        waiting.set(id, resolve);
        threads[id % workers]?.postMessage({ id, task }, transfer);
      }),
    end: () => Promise.all(threads.map((thread) => thread.terminate())),
  };
}
