import {
  blockingRequests,
  handingOut,
  kneading,
  processHiring,
  requesting,
  sizing,
  threadHiring,
  waiting,
} from '../../../code/pieces';
import { joined, source } from '../../../code/source';
import * as strategy from '../../../code/strategy-pieces';
import { requestTasks } from '../../../code/task-pieces';
import type { ExperimentCode } from '../../../code/types';

const computations = source(
  `
const iterations = iterationsFor(10); // found once, before the run
const tasks = Array.from({ length: 10 }, (_, seed) => ({
  iterations,
  seed,
}));
const doAsync = async (task) => compute(task); // nothing to await`,
  `
iterations = iterations_for(10)  # found once, before the run
tasks = [{"iterations": iterations, "seed": n} for n in range(10)]

async def do_async(task):
    return compute(task)  # nothing to await`,
);

/** Who waits, and whether the wait blocks its thread. */
export const code: ExperimentCode = {
  given: joined(kneading, sizing, waiting, requesting, threadHiring, processHiring, handingOut, blockingRequests),
  tasks: {
    requests: requestTasks('latencyMs', '32'),
    blocked: computations,
    thousand: requestTasks('waitMs', '1_000'),
  },
  snippets: [
    { conditions: ['sync'], ...strategy.oneAfterTheOther },
    { conditions: ['async'], ...strategy.allAtOnce },
    {
      conditions: ['one-blocks'],
      heart: 'const blocking = async () => block(100);',
      ...source(
        `
// It is an async function, and yet it holds the thread.
const blocking = async () => block(100);
await Promise.all([...tasks.map(doAsync), blocking()]);`,
        `
async def blocking():
    time.sleep(0.1)  # an async function, and yet it holds the thread

async def main():
    await asyncio.gather(*map(do_async, tasks), blocking())

asyncio.run(main())`,
      ),
    },
    {
      conditions: ['process-sync'],
      ...source(
        `
// worker.mjs
process.on('message', () => {
  for (const task of tasks) doSync(task); // this process alone waits
  process.send('done');
});

// main.mjs
const processes = await hireProcesses(1); // before the clock starts
await handOut(['begin'], processes);`,
        `
if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as processes:
        list(processes.map(do_sync, tasks))  # that process alone waits`,
      ),
    },
    {
      conditions: ['process-async'],
      ...source(
        `
// worker.mjs
process.on('message', async () => {
  // A loop of its own, by the same rule.
  await Promise.all(tasks.map(doAsync));
  process.send('done');
});

// main.mjs
const processes = await hireProcesses(1); // before the clock starts
await handOut(['begin'], processes);`,
        `
def all_tasks():
    async def main():  # a loop of its own, by the same rule
        await asyncio.gather(*map(do_async, tasks))
    asyncio.run(main())

if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as processes:
        processes.submit(all_tasks).result()`,
      ),
    },
    {
      conditions: ['blocks'],
      heart: 'block(100); // the thread is held: nothing else begins',
      ...source(
        `
async function longWait() {
  block(100); // the thread is held: nothing else begins
}
await Promise.all([longWait(), ...tasks.map(doAsync)]);`,
        `
async def long_wait():
    time.sleep(0.1)  # the thread is held: nothing else begins

async def main():
    await asyncio.gather(long_wait(), *map(do_async, tasks))

asyncio.run(main())`,
      ),
    },
    {
      conditions: ['awaits'],
      heart: 'await wait(100); // the thread goes on with the others',
      ...source(
        `
async function longWait() {
  await wait(100); // the thread goes on with the others
}
await Promise.all([longWait(), ...tasks.map(doAsync)]);`,
        `
async def long_wait():
    await asyncio.sleep(0.1)  # the thread goes on with the others

async def main():
    await asyncio.gather(long_wait(), *map(do_async, tasks))

asyncio.run(main())`,
      ),
    },
    {
      conditions: ['threads'],
      ...source(
        `
// worker.mjs
parentPort.on('message', (ms) => {
  block(ms); // this thread can do nothing else
  parentPort.postMessage('done');
});

// main.mjs
const threads = await hireThreads({workers});
await handOut(threads.map(() => {waitMs}), threads);`,
        `
with ThreadPoolExecutor(max_workers={workers}) as threads:
    # Each thread is held by one wait.
    list(threads.map(time.sleep, [{waitMs} / 1000] * {workers}))`,
      ),
    },
    {
      conditions: ['connections'],
      ...source(
        `
// worker.mjs
parentPort.on('message', async () => {
  // All are open at once, and the thread is free meanwhile.
  await Promise.all(tasks.map(doAsync));
  parentPort.postMessage('done');
});

// main.mjs
const threads = await hireThreads(1);
await handOut(['begin'], threads);`,
        `
async def main():
    # All are open at once, and the thread is free meanwhile.
    await asyncio.gather(*map(do_async, tasks))

asyncio.run(main())`,
      ),
    },
  ],
};
