import { kneading, sizing, waiting } from '../../../code/pieces';
import { joined, source } from '../../../code/source';
import type { ExperimentCode } from '../../../code/types';

const computing = source(
  `
const iterations = iterationsFor({workMs}); // found once, before the run
const tasks = [1, 2, 3, 4].map((seed) => ({ iterations, seed }));`,
  `
iterations = iterations_for({workMs})  # found once, before the run
tasks = [{"iterations": iterations, "seed": seed} for seed in (1, 2, 3, 4)]`,
);
const pausing = source(
  `
const tasks = [{waitMs}, {waitMs}, {waitMs}, {waitMs}]; // ms`,
  `
tasks = [{waitMs} / 1000] * 4  # s`,
);

/** Three names for one and the same loop. */
export const code: ExperimentCode = {
  given: joined(kneading, sizing, waiting),
  tasks: { computing, waiting: pausing },
  snippets: [
    {
      conditions: ['first', 'second', 'third'],
      parts: ['computing'],
      ...source(
        `
// The same lines under all three names: only noise can differ.
for (const task of tasks) compute(task);`,
        `
# The same lines under all three names: only noise can differ.
for task in tasks:
    compute(task)`,
      ),
    },
    {
      conditions: ['first', 'second', 'third'],
      parts: ['waiting'],
      ...source(
        `
// The same lines under all three names: only noise can differ.
for (const ms of tasks) block(ms);`,
        `
# The same lines under all three names: only noise can differ.
for seconds in tasks:
    time.sleep(seconds)`,
      ),
    },
  ],
};
