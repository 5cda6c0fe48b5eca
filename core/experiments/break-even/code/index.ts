import { handingOut, kneading, processHiring, sizing, threadHiring } from '../../../code/pieces';
import { joined, source } from '../../../code/source';
import type { ExperimentCode } from '../../../code/types';

const tasks = source(
  `
// The lab tries sizes from 0.01 to 100 ms; this is one of them.
const iterations = iterationsFor(1);
const tasks = Array.from({ length: {tasks} }, (_, seed) => ({ iterations, seed }));`,
  `
# The lab tries sizes from 0.01 to 100 ms; this is one of them.
iterations = iterations_for(1)
tasks = [{"iterations": iterations, "seed": n} for n in range({tasks})]`,
);

/** Do it yourself, or hand it out. */
export const code: ExperimentCode = {
  given: joined(kneading, sizing, threadHiring, processHiring, handingOut, tasks),
  snippets: [
    {
      conditions: ['inline'],
      ...source(
        `
// No message, no waiting for anybody.
for (const task of tasks) compute(task);`,
        `
# No message, no waiting for anybody.
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
const threads = await hireThreads({workers}); // before the clock starts
await handOut(tasks, threads); // a message each way, for each task`,
        `
with ThreadPoolExecutor(max_workers={workers}) as threads:
    # A hand-over for each task; the GIL lets one compute at a time.
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
const processes = await hireProcesses({workers}); // before the clock starts
await handOut(tasks, processes); // a message each way, for each task`,
        `
if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers={workers}) as processes:
        # A message there and back; chunksize would share one.
        list(processes.map(compute, tasks))`,
      ),
    },
    {
      conditions: ['cold-threads'],
      ...source(
        `
// worker.mjs
parentPort.on('message', (task) => {
  parentPort.postMessage(compute(task));
});

// main.mjs
// The clock runs already: hiring is part of the time.
const threads = await hireThreads({workers});
await handOut(tasks, threads);`,
        `
begin = time.perf_counter()  # hiring is part of the time
with ThreadPoolExecutor(max_workers={workers}) as threads:
    list(threads.map(compute, tasks))
print(time.perf_counter() - begin, "s")`,
      ),
    },
  ],
};
