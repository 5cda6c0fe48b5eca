import { kneading, sizing, threadHiring } from '../../../code/pieces';
import { joined, source } from '../../../code/source';
import type { ConditionSnippet, ExperimentCode } from '../../../code/types';

const job = source(
  `
const iterations = iterationsFor(2); // a piece of 2 ms
const pieces = Array.from({ length: {jobMs} / 2 }, (_, seed) => ({
  iterations,
  seed,
}));`,
  `
import asyncio
iterations = iterations_for(2)  # a piece of 2 ms
pieces = [{"iterations": iterations, "seed": n} for n in range({jobMs} // 2)]`,
);

/** The job with one line between its pieces. */
function between(condition: string, why: string, heart: string, python: string): ConditionSnippet {
  return {
    conditions: [condition],
    heart,
    ...source(
      `
for (const piece of pieces) {
  compute(piece);
  // ${why}
  ${heart}
}`,
      python,
    ),
  };
}

/** One job in pieces, on the loop of a heartbeat; the line between two pieces makes the difference. */
export const code: ExperimentCode = {
  given: joined(kneading, sizing, threadHiring, job),
  snippets: [
    {
      conditions: ['never'],
      ...source(
        `
for (const piece of pieces) {
  // Nothing between the pieces: the loop waits for the last one.
  compute(piece);
}`,
        `
async def job():
    for piece in pieces:
        compute(piece)  # nothing between: the loop waits for the last

asyncio.run(job())`,
      ),
    },
    between(
      'promises',
      'The rest of the job comes first; the loop stays shut.',
      'await Promise.resolve();',
      `
async def nothing():
    pass

async def job():
    for piece in pieces:
        compute(piece)
        await nothing()  # returns at once: the loop stays shut

asyncio.run(job())`,
    ),
    between(
      'next-tick',
      'Before the loop goes on, all such callbacks are done.',
      'await new Promise((goOn) => process.nextTick(goOn));',
      `
# asyncio has no such queue: call_soon is one turn of the loop.
async def nothing():
    pass

async def job():
    for piece in pieces:
        compute(piece)
        await nothing()  # what comes nearest: the loop stays shut

asyncio.run(job())`,
    ),
    between(
      'immediate',
      'One turn of the loop: what is due is served first.',
      'await new Promise((goOn) => setImmediate(goOn));',
      `
async def job():
    for piece in pieces:
        compute(piece)
        await asyncio.sleep(0)  # one turn of the loop

asyncio.run(job())`,
    ),
    between(
      'timeout',
      'The loop is free too, but a timer takes a whole ms.',
      'await new Promise((goOn) => setTimeout(goOn, 0));',
      `
async def job():
    for piece in pieces:
        compute(piece)
        await asyncio.sleep(0.001)  # a timer: free, but for a whole ms

asyncio.run(job())`,
    ),
    {
      conditions: ['worker'],
      heart: 'thread.postMessage(pieces);',
      ...source(
        `
// worker.mjs
parentPort.on('message', (pieces) => {
  for (const piece of pieces) compute(piece);
  parentPort.postMessage('done');
});

// main.mjs
const [thread] = await hireThreads(1); // before the clock starts
// The job leaves this thread, and the loop is free for all of it.
thread.postMessage(pieces);
await once(thread, 'message');`,
        `
def job():
    for piece in pieces:
        compute(piece)

async def main():
    # The GIL still changes hands every 5 ms: the loop gets its turns.
    await asyncio.to_thread(job)

asyncio.run(main())`,
      ),
    },
  ],
};
