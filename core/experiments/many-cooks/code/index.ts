import { handingOut, kneading, sizing, threadHiring } from '../../../code/pieces';
import { joined, source } from '../../../code/source';
import type { ExperimentCode } from '../../../code/types';

const tasks = source(
  `
const iterations = iterationsFor({taskMs}); // found once, before the run
const tasks = Array.from({ length: 24 }, (_, seed) => ({ iterations, seed }));`,
  `
iterations = iterations_for({taskMs})  # found once, before the run
tasks = [{"iterations": iterations, "seed": n} for n in range(24)]`,
);

/** One queue, so many threads. */
export const code: ExperimentCode = {
  given: joined(kneading, sizing, threadHiring, handingOut, tasks),
  snippets: [
    {
      conditions: ['threads-{n}'],
      ...source(
        `
// worker.mjs
parentPort.on('message', (task) => {
  parentPort.postMessage(compute(task));
});

// main.mjs
const threads = await hireThreads({workers}); // before the clock starts
// One queue: a thread that is free takes the next task.
await handOut(tasks, threads);`,
        `
with ThreadPoolExecutor(max_workers={workers}) as threads:
    # The GIL: however many threads, one computes at a time.
    list(threads.map(compute, tasks))`,
      ),
    },
  ],
};
