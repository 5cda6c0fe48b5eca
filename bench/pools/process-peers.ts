// Measures the process pools of the libraries, one after the other, in the order of the seed. Started with the folder of
// the worker programs, the name of poolifier's worker (which has to be CommonJS) and the seed; prints the values as JSON.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { createRandom, shuffled } from '@core/statistics/random';
import { FixedClusterPool } from 'poolifier';
import { Tinypool } from 'tinypool';
import workerpool from 'workerpool';
import type { Contender } from './contenders';
import { ended, takeProcessMeasures } from './measures';
import { workers } from './tasks';
import type { Task } from './tasks';

const [folder = '', clusterWorker = '', seed = '0'] = process.argv.slice(2);
const advanced = { serialization: 'advanced' } as const;

const peers: Readonly<Record<string, () => Contender>> = {
  'bare fork': () => bare({}),
  'bare fork, advanced': () => bare(advanced),
  tinypool: () => tinypool({}),
  'tinypool, advanced': () => tinypool(advanced),
  'tinypool, 64 ahead': () => tinypool({ concurrentTasksPerWorker: 64 }),
  workerpool() {
    const settings = { minWorkers: workers, maxWorkers: workers, workerType: 'process' } as const;
    const pool = workerpool.pool(join(folder, 'worker-workerpool.mjs'), settings);
    return {
      run: (task) => pool.exec('answer', [task]) as Promise<number>,
      end: () => Promise.resolve(pool.terminate(true)),
    };
  },
  poolifier() {
    const pool = new FixedClusterPool<Task, number>(workers, clusterWorker);
    return { run: (task) => pool.execute(task), end: () => pool.destroy() };
  },
};

function tinypool(more: Readonly<{ concurrentTasksPerWorker?: number; serialization?: 'advanced' }>): Contender {
  const pool = new Tinypool({
    filename: join(folder, 'worker-function.mjs'),
    name: 'answer',
    runtime: 'child_process',
    minThreads: workers,
    maxThreads: workers,
    ...more,
  });
  return { run: (task) => pool.run(task) as Promise<number>, end: () => pool.destroy() };
}

/** One message per task, processes in turn. */
function bare(settings: Readonly<{ serialization?: 'advanced' }>): Contender {
  const waiting = new Map<number, (result: number) => void>();
  let next = 0;
  const children = Array.from({ length: workers }, () => {
    const child = fork(join(folder, 'worker-bare.mjs'), settings);
    child.on('message', ({ id, result }: { readonly id: number; readonly result: number }) => {
      waiting.get(id)?.(result);
      waiting.delete(id);
    });
    return child;
  });
  return {
    run: (task) =>
      new Promise((resolve) => {
        const id = next++;
        waiting.set(id, resolve);
        children[id % workers]?.send({ id, task });
      }),
    end: () => {
      for (const child of children) child.kill();
      return Promise.resolve();
    },
  };
}

const values: Record<string, readonly number[]> = {};
for (const [name, start] of shuffled(Object.entries(peers), createRandom(Number(seed)))) {
  const contender = start();
  values[name] = await takeProcessMeasures(contender);
  await ended(contender);
}
console.log(JSON.stringify(values));
// Some libraries keep a timer; everything that was started has been ended.
process.exit(0);
