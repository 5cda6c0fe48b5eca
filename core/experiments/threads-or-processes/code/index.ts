import { handingOut, kneading, processHiring, sizing, threadHiring } from '../../../code/pieces';
import { joined, source } from '../../../code/source';
import type { ExperimentCode } from '../../../code/types';

const tasks = source(
  `
const iterations = iterationsFor({taskMs}); // found once, before the run
// Six for each worker.
const tasks = Array.from({ length: 12 }, (_, seed) => ({ iterations, seed }));`,
  `
iterations = iterations_for({taskMs})  # found once, before the run
# Six for each worker.
tasks = [{"iterations": iterations, "seed": n} for n in range(12)]`,
);

/** The same tasks by one thread, by threads, by processes. */
export const code: ExperimentCode = {
  given: joined(kneading, sizing, threadHiring, processHiring, handingOut, tasks),
  snippets: [
    {
      conditions: ['alone'],
      ...source(
        `
// Nobody is hired, and nobody helps.
for (const task of tasks) compute(task);`,
        `
# Nobody is hired, and nobody helps.
for task in tasks:
    compute(task)`,
      ),
    },
    {
      conditions: ['threads'],
      ...source(
        `
// worker.mjs
parentPort.on('message', (task) => {
  parentPort.postMessage(compute(task));
});

// main.mjs
// Cheaper to hire: they live in this process.
const threads = await hireThreads({workers});
await handOut(tasks, threads);`,
        `
with ThreadPoolExecutor(max_workers={workers}) as threads:
    # Cheap to hire, but the GIL lets one compute at a time.
    list(threads.map(compute, tasks))`,
      ),
    },
    {
      conditions: ['processes'],
      ...source(
        `
// worker.mjs
process.on('message', (task) => {
  process.send(compute(task));
});

// main.mjs
// Dearer to hire: each has a memory and a runtime of its own.
const processes = await hireProcesses({workers});
await handOut(tasks, processes);`,
        `
if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers={workers}) as processes:
        # Dearer to hire: each has an interpreter and a GIL of its own.
        list(processes.map(compute, tasks))`,
      ),
    },
  ],
};
