import { kneading, sizing, waiting } from '../../../code/pieces';
import { joined, source } from '../../../code/source';
import type { ExperimentCode } from '../../../code/types';

const durations = source(
  `
const duration = {durationMs}; // ms
const computation = { iterations: iterationsFor(duration), seed: 1 };`,
  `
duration = {durationMs} / 1000  # s
computation = {"iterations": iterations_for({durationMs}), "seed": 1}`,
);

/** Three ways to spend the same time. */
export const code: ExperimentCode = {
  given: joined(kneading, sizing, waiting, durations),
  snippets: [
    {
      conditions: ['sync-wait'],
      ...source(
        `
block(duration); // no core works, and yet nothing else can run here`,
        `
time.sleep(duration)  # no core works, and yet nothing else can run here`,
      ),
    },
    {
      conditions: ['cpu-loop'],
      ...source(
        `
compute(computation); // a core works, and nothing else can run here`,
        `
compute(computation)  # a core works, and nothing else can run here`,
      ),
    },
    {
      conditions: ['async-wait'],
      ...source(
        `
await wait(duration); // no core works, and the loop serves others`,
        `
async def main():
    await asyncio.sleep(duration)  # the loop serves others

asyncio.run(main())`,
      ),
    },
  ],
};
