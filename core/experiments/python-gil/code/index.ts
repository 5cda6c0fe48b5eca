import { handingOut, kneading, processHiring, sizing, threadHiring, waiting } from '../../../code/pieces';
import { joined, source } from '../../../code/source';
import * as strategy from '../../../code/strategy-pieces';
import { computingTasks, mixedTasks, timerTasks } from '../../../code/task-pieces';
import type { ExperimentCode } from '../../../code/types';

/** The lock that threads of JavaScript share: `workers/workloads/emulated-gil.ts`. */
const emulatedLock = source(
  `
// One lock for all threads, in memory that they share.
const shared = workerData ?? new SharedArrayBuffer(4);
const lock = new Int32Array(shared);
function acquire() {
  while (Atomics.compareExchange(lock, 0, 0, 1) !== 0)
    Atomics.wait(lock, 0, 1);
}
function release() {
  Atomics.store(lock, 0, 0);
  Atomics.notify(lock, 0, 1);
}`,
  `
# CPython has the lock itself: nothing is to be written.`,
);

/** A routine in C. */
const routineTasks = source(
  `
import { pbkdf2, pbkdf2Sync } from 'node:crypto';
const rounds = 20_000; // found once, before the run
const tasks = Array.from({ length: 4 }, (_, n) => 'salt ' + n);
const doSync = (salt) => pbkdf2Sync('eggs', salt, rounds, 32, 'sha256');
const doAsync = (salt) =>
  new Promise((done) => pbkdf2('eggs', salt, rounds, 32, 'sha256', done));`,
  `
import hashlib
rounds = 20_000  # found once, before the run
tasks = [f"salt {n}".encode() for n in range(4)]

def do_sync(salt):  # releases the lock while it computes
    return hashlib.pbkdf2_hmac("sha256", b"eggs", salt, rounds, 32)

async def do_async(salt):
    return do_sync(salt)`,
);

const underLock = source(
  `
// worker.mjs
parentPort.on('message', (task) => {
  acquire(); // the others wait until this thread releases it
  const result = doSync(task);
  release();
  parentPort.postMessage(result);
});

// main.mjs
const hire = () => new Worker('./worker.mjs', { workerData: shared });
const threads = Array.from({ length: {workers} }, hire);
await handOut(tasks, threads);`,
  strategy.threads.python,
);

const waitingUnderLock = source(
  `
// worker.mjs
parentPort.on('message', (task) => {
  // To wait, CPython releases the lock and takes it again.
  const result = doSync(task);
  acquire();
  release();
  parentPort.postMessage(result);
});

// main.mjs
const hire = () => new Worker('./worker.mjs', { workerData: shared });
const threads = Array.from({ length: {workers} }, hire);
await handOut(tasks, threads);`,
  strategy.threads.python,
);

const eventLoopWithThreads = source(
  `
// The loop waits; threads compute. No lock holds them back here.
// worker.mjs
parentPort.on('message', (task) => {
  parentPort.postMessage(compute(task));
});

// main.mjs
const threads = await hireThreads({workers});
await wait({computeMs} / 2); // all waits of the tasks pass at once
await handOut(tasks, threads);`,
  `
async def step(task):
    await asyncio.sleep({computeMs} / 2000)
    # The loop stays free; the threads share one lock.
    await asyncio.to_thread(compute, task)

async def main():
    await asyncio.gather(*(step(task) for task in tasks))

asyncio.run(main())`,
);

const inSubinterpreters = source(
  strategy.threads.javascript,
  `
try:
    from concurrent.futures import InterpreterPoolExecutor as Pool
except ImportError:  # before 3.14: threads, which share one lock
    from concurrent.futures import ThreadPoolExecutor as Pool

if __name__ == "__main__":
    with Pool(max_workers={workers}) as interpreters:
        # A lock for each interpreter: they compute at once.
        list(interpreters.map(compute, tasks))`,
);

/** The same tasks by threads, event loops and processes, of Python and of JavaScript. */
export const code: ExperimentCode = {
  beside: ['one', 'threads', 'processes'],
  given: joined(kneading, sizing, waiting, threadHiring, processHiring, handingOut, emulatedLock),
  tasks: {
    cpu: computingTasks('computeMs', '4'),
    timer: timerTasks('waitMs', '8'),
    threadpool: routineTasks,
    mixed: mixedTasks('{computeMs} / 2', '{computeMs} / 2', '4'),
  },
  snippets: [
    { conditions: ['one', 'one-of-{n}', 'one-free-{n}', 'js-one'], ...strategy.oneAfterTheOther },
    {
      conditions: ['threads', 'threads-of-{n}', 'threads-free-{n}', 'waiters', 'waiters-of-{n}', 'js-threads'],
      ...strategy.threads,
    },
    { conditions: ['asyncio', 'asyncio-of-{n}', 'asyncio-free-{n}', 'js-async'], ...strategy.allAtOnce },
    {
      conditions: ['processes', 'processes-of-{n}', 'processes-free-{n}', 'js-processes'],
      ...strategy.processes,
    },
    { conditions: ['to-thread'], parts: ['mixed'], ...eventLoopWithThreads },
    { conditions: ['loops'], ...strategy.asyncProcesses },
    { conditions: ['subinterpreters'], ...inSubinterpreters },
    { conditions: ['js-gil'], parts: ['js-cpu'], ...underLock },
    { conditions: ['js-gil'], parts: ['js-routine'], ...waitingUnderLock },
    { conditions: ['js-gil-waiters'], ...waitingUnderLock },
  ],
};
