import { blockingRequests, requesting, threadHiring, waiting } from '../../../code/pieces';
import { joined, source } from '../../../code/source';
import type { ExperimentCode } from '../../../code/types';

/** Who takes the next order: a queue in front of threads that each do one thing at a time. */
const queue = source(
  `
// A free thread takes the next order; the others stand in line.
function queueFor(threads) {
  const [line, free] = [[], [...threads]];
  const next = () => {
    if (line.length === 0 || free.length === 0) return;
    const [{ path, done }, thread] = [line.shift(), free.shift()];
    thread.once('message', () => {
      free.push(thread);
      done();
      next();
    });
    thread.postMessage(path);
  };
  return (path) =>
    new Promise((done) => {
      line.push({ path, done });
      next();
    });
}`,
  '',
);

/** Orders as they come; in the first part all answers are prompt. */
const orders = (slowMs: string) =>
  source(
    `
// One slow answer at a random place among {oneIn}.
const latencies = [];
while (latencies.length < 100) {
  const some = Array.from({ length: {oneIn} }, () => {latencyMs});
  some[Math.floor(Math.random() * {oneIn})] = ${slowMs};
  latencies.push(...some);
}
// An order comes every 3 ms, whether or not anybody is free.
async function* orders() {
  for (const ms of latencies.slice(0, 100)) {
    yield \`/wait?ms=\${ms}\`;
    await wait(3);
  }
}
const doSync = (path) => requestSync(path); // blocks this thread
const doAsync = (path) => request(path); // gives the thread back`,
    `
import random
# One slow answer at a random place among {oneIn}.
latencies = []
while len(latencies) < 100:
    some = [{latencyMs}] * {oneIn}
    some[random.randrange({oneIn})] = ${slowMs}
    latencies += some
paths = [f"/wait?ms={ms}" for ms in latencies[:100]]
do_sync = request_sync  # blocks this thread
do_async = request  # gives the thread back`,
  );

/** Who waits for an answer: a thread that stands still, or nobody. */
export const code: ExperimentCode = {
  given: joined(waiting, requesting, threadHiring, blockingRequests, queue),
  tasks: { prompt: orders('{latencyMs}'), slow: orders('{slowMs}') },
  beside: ['async', 'threads-4'],
  snippets: [
    {
      conditions: ['async'],
      heart: 'served.push(doAsync(path)); // free for the next order',
      ...source(
        `
const served = [];
for await (const path of orders()) {
  served.push(doAsync(path)); // free for the next order
}
await Promise.all(served);`,
        `
async def main():
    served = []
    for path in paths:
        # Begins, and the thread takes the next order.
        served.append(asyncio.create_task(do_async(path)))
        await asyncio.sleep(0.003)
    await asyncio.gather(*served)

asyncio.run(main())`,
      ),
    },
    {
      conditions: ['threads-{n}'],
      ...source(
        `
// worker.mjs
parentPort.on('message', (path) => {
  doSync(path); // this thread stands still until the answer comes
  parentPort.postMessage('done');
});

// main.mjs
const start = queueFor(await hireThreads({workers}));
const served = [];
for await (const path of orders()) served.push(start(path));
await Promise.all(served);`,
        `
with ThreadPoolExecutor(max_workers={workers}) as threads:
    for path in paths:
        # A free thread stands still with it; the others stand in line.
        threads.submit(do_sync, path)
        time.sleep(0.003)`,
      ),
    },
  ],
};
