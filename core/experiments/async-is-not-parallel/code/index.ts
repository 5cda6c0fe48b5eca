import { handingOut, kneading, sizing, threadHiring } from '../../../code/pieces';
import { joined, source } from '../../../code/source';
import type { ExperimentCode } from '../../../code/types';

const tasks = source(
  `
const iterations = iterationsFor({taskMs}); // found once, before the run
const tasks = [1, 2, 3, 4].map((seed) => ({ iterations, seed }));`,
  `
import asyncio
iterations = iterations_for({taskMs})  # found once, before the run
tasks = [{"iterations": iterations, "seed": seed} for seed in (1, 2, 3, 4)]`,
);

/** The same four computations in a loop, under Promise.all, on threads. */
export const code: ExperimentCode = {
  beside: ['loop', 'together'],
  given: joined(kneading, sizing, threadHiring, handingOut, tasks),
  snippets: [
    {
      conditions: ['loop'],
      ...source(
        `
for (const task of tasks) {
  // One after the other.
  compute(task);
}`,
        `
for task in tasks:
    # One after the other.
    compute(task)`,
      ),
    },
    {
      conditions: ['together'],
      ...source(
        `
const start = async (task) => {
  // No await in here.
  return compute(task);
};
await Promise.all(tasks.map(start));`,
        `
async def start(task):
    # No await in here.
    return compute(task)

async def main():
    await asyncio.gather(*map(start, tasks))

asyncio.run(main())`,
      ),
    },
    {
      conditions: ['threads'],
      ...source(
        `
// worker.mjs
parentPort.on('message', (task) => {
  parentPort.postMessage(compute(task)); // on a core of its own
});

// main.mjs
const threads = await hireThreads({workers}); // before the clock starts
await handOut(tasks, threads);`,
        `
with ThreadPoolExecutor(max_workers={workers}) as threads:
    # The GIL: one thread of CPython computes at a time.
    list(threads.map(compute, tasks))`,
      ),
    },
  ],
};
