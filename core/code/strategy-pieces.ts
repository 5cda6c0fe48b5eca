/** How tasks are executed under each strategy, whatever a task is: `doSync` and `doAsync` are those of `task-pieces.ts`. */
import { source } from './source';

export const oneAfterTheOther = source(
  `
for (const task of tasks) {
  doSync(task); // the next one begins when this one is done
}`,
  `
for task in tasks:
    do_sync(task)  # the next one begins when this one is done`,
);

export const allAtOnce = source(
  `
// All are begun; what waits gives the one thread to the others.
await Promise.all(tasks.map(doAsync));`,
  `
async def main():
    # All are begun; what waits gives the one thread to the others.
    await asyncio.gather(*(do_async(task) for task in tasks))

asyncio.run(main())`,
);

export const someAtOnce = source(
  `
const queue = [...tasks];
async function goOn() {
  for (let task = queue.shift(); task; task = queue.shift()) {
    await doAsync(task); // meanwhile the thread is free for the others
  }
}
await Promise.all(Array.from({ length: {inFlight} }, goOn));`,
  `
async def main():
    queue = iter(tasks)
    async def go_on():
        for task in queue:
            await do_async(task)  # meanwhile the thread is free
    await asyncio.gather(*(go_on() for _ in range({inFlight})))

asyncio.run(main())`,
);

/** The same, where computation gives the loop a turn between its pieces. */
export const someInTurns = source(
  `
const queue = [...tasks];
async function goOn() {
  for (let task = queue.shift(); task; task = queue.shift()) {
    await doInTurns(task); // the loop has a turn between its pieces
  }
}
await Promise.all(Array.from({ length: {inFlight} }, goOn));`,
  `
async def main():
    queue = iter(tasks)
    async def go_on():
        for task in queue:
            await do_in_turns(task)  # the loop has a turn in between
    await asyncio.gather(*(go_on() for _ in range({inFlight})))

asyncio.run(main())`,
);

export const threads = source(
  `
// worker.mjs
parentPort.on('message', (task) => {
  parentPort.postMessage(doSync(task)); // this thread alone waits
});

// main.mjs
const threads = await hireThreads({workers}); // before the clock starts
await handOut(tasks, threads);`,
  `
with ThreadPoolExecutor(max_workers={workers}) as threads:
    # One waits, the others go on; the GIL lets one compute at a time.
    list(threads.map(do_sync, tasks))`,
);

export const processes = source(
  `
// worker.mjs
process.on('message', (task) => {
  process.send(doSync(task)); // this process alone waits
});

// main.mjs
const processes = await hireProcesses({workers}); // before the clock starts
await handOut(tasks, processes);`,
  `
if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers={workers}) as processes:
        # A GIL for each process: they compute at once.
        list(processes.map(do_sync, tasks))`,
);

export const asyncThreads = source(
  `
// worker.mjs
parentPort.on('message', async (task) => {
  parentPort.postMessage(await doAsync(task)); // takes others meanwhile
});

// main.mjs
const threads = await hireThreads({workers}); // before the clock starts
await handOut(tasks, threads, {inFlight}); // so many on each at once`,
  `
def share(n):
    async def main():  # a loop for each thread, with its share
        own = (do_async(task) for task in tasks[n::{workers}])
        await asyncio.gather(*own)
    asyncio.run(main())

with ThreadPoolExecutor(max_workers={workers}) as threads:
    list(threads.map(share, range({workers})))`,
);

export const asyncProcesses = source(
  `
// worker.mjs
process.on('message', async (task) => {
  process.send(await doAsync(task)); // takes others meanwhile
});

// main.mjs
const processes = await hireProcesses({workers}); // before the clock starts
await handOut(tasks, processes, {inFlight}); // so many on each at once`,
  `
def share(n):
    async def main():  # a loop for each process, with its share
        own = (do_async(task) for task in tasks[n::{workers}])
        await asyncio.gather(*own)
    asyncio.run(main())

if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers={workers}) as processes:
        list(processes.map(share, range({workers})))`,
);
