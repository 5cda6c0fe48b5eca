import { source } from '../../code/source';
import type { Source } from '../../code/types';
import type { TaskTimes } from './choice';
import type { SetUp } from './conditions';

/**
 * Code that executes tasks with so many threads and so many in flight on each: Node with `worker_threads`, or one loop; Python with
 * a pool of processes (its threads compute one at a time), of threads where nothing computes, or one loop.
 * @param tasks how many there are
 */
export function setUpCode({ workers, inFlight }: SetUp, times: TaskTimes, tasks: number): Source {
  const values = { workers, inFlight, tasks, ...times };
  return source(javascriptFor(values), pythonFor(values));
}

interface Values extends SetUp, TaskTimes {
  readonly tasks: number;
}

function javascriptFor(values: Values): string {
  const { workers, inFlight, tasks } = values;
  if (workers === 1 && inFlight === 1) {
    return `${javascriptTask(values, false)}
// One task after the other.
for (let n = 0; n < ${tasks}; n += 1) await task(n);
`;
  }
  if (workers === 1) {
    return `${javascriptTask(values, false)}
const numbers = Array.from({ length: ${tasks} }, (_, n) => n).values();
// ${inFlight} loops take from one list: so many tasks are in flight.
const loop = async () => {
  for (const n of numbers) await task(n);
};
await Promise.all(Array.from({ length: ${inFlight} }, loop));
`;
  }
  return `import { Worker, isMainThread, parentPort } from 'node:worker_threads';
${javascriptTask(values, true)}
const [threads, inFlight] = [${workers}, ${inFlight}];
const numbers = Array.from({ length: ${tasks} }, (_, n) => n).values();

function serve(worker) {
  return new Promise((resolve, reject) => {
    let open = 0;
    const send = () => {
      const { value, done } = numbers.next();
      if (!done) {
        open += 1;
        worker.postMessage(value);
      } else if (open === 0) {
        worker.terminate().then(resolve, reject);
      }
    };
    worker.on('error', reject);
    worker.on('message', () => {
      open -= 1;
      send();
    });
    // Each thread gets so many; every answer brings the next one.
    for (let i = 0; i < inFlight; i += 1) send();
  });
}

if (isMainThread) {
  const start = () => new Worker(new URL(import.meta.url));
  await Promise.all(Array.from({ length: threads }, () => serve(start())));
} else {
  parentPort.on('message', async (n) => parentPort.postMessage(await task(n)));
}
`;
}

function javascriptTask({ cpuMs, waitingMs }: TaskTimes, hasImports: boolean): string {
  const wait = waitingMs > 0;
  return `${wait ? `import { setTimeout as pause } from 'node:timers/promises';\n` : ''}${hasImports || wait ? '\n' : ''}async function task(n) {
${wait ? `  await pause(${waitingMs}); // your request, query or file\n` : ''}${
    cpuMs > 0
      ? `  const end = performance.now() + ${cpuMs}; // your computing\n  while (performance.now() < end);\n`
      : ''
  }  return n;
}
`;
}

function pythonFor(values: Values): string {
  const { workers, inFlight, tasks, cpuMs } = values;
  if (workers === 1 && inFlight === 1) {
    return `${pythonTask(values, 'plain')}
# One task after the other.
results = [task(n) for n in range(${tasks})]
`;
  }
  if (inFlight === 1) {
    const pool = cpuMs > 0 ? 'ProcessPoolExecutor' : 'ThreadPoolExecutor';
    const note = cpuMs > 0 ? "# Processes: Python's threads compute one at a time." : '# Threads: nothing computes.';
    return `from concurrent.futures import ${pool}
${pythonTask(values, 'plain')}
if __name__ == "__main__":
    ${note}
    with ${pool}(max_workers=${workers}) as pool:
        results = list(pool.map(task, range(${tasks})))
`;
  }
  if (workers === 1) {
    return `import asyncio
${pythonTask(values, 'async')}
async def main():
    gate = asyncio.Semaphore(${inFlight})  # so many in flight
    async def one(n):
        async with gate:
            return await task(n)
    return await asyncio.gather(*map(one, range(${tasks})))

results = asyncio.run(main())
`;
  }
  return `import asyncio
from concurrent.futures import ProcessPoolExecutor
${pythonTask(values, 'async')}
async def batch(numbers):
    gate = asyncio.Semaphore(${inFlight})  # so many in flight in each process
    async def one(n):
        async with gate:
            return await task(n)
    return await asyncio.gather(*map(one, numbers))

def run(numbers):
    return asyncio.run(batch(numbers))

if __name__ == "__main__":
    shares = [range(first, ${tasks}, ${workers}) for first in range(${workers})]
    # Processes: Python's threads compute one at a time.
    with ProcessPoolExecutor(max_workers=${workers}) as pool:
        results = list(pool.map(run, shares))
`;
}

function pythonTask({ cpuMs, waitingMs }: TaskTimes, kind: 'plain' | 'async'): string {
  const isAsync = kind === 'async';
  const seconds = (ms: number): string => String(Number((ms / 1000).toPrecision(12)));
  const wait = isAsync ? `await asyncio.sleep(${seconds(waitingMs)})` : `time.sleep(${seconds(waitingMs)})`;
  return `import time

${isAsync ? 'async ' : ''}def task(n):
${waitingMs > 0 ? `    ${wait}  # your request, query or file\n` : ''}${
    cpuMs > 0
      ? `    end = time.perf_counter() + ${seconds(cpuMs)}  # your computing\n    while time.perf_counter() < end:\n        pass\n`
      : ''
  }    return n
`;
}
