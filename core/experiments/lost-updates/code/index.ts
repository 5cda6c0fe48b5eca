import { locking } from '../../../code/pieces';
import { joined, source } from '../../../code/source';
import type { ExperimentCode } from '../../../code/types';

const running = source(
  `
import { once } from 'node:events';
import { parentPort, Worker, workerData } from 'node:worker_threads';
const updates = 5_000; // of each who adds
const show = (found) => console.log(found, 'of', 2 * updates);
// Two threads execute worker.mjs on the same memory, until both are done.
async function addOnThreads(onMessage = () => {}) {
  const shared = new Int32Array(new SharedArrayBuffer(256));
  const start = () => new Worker('./worker.mjs', { workerData: shared });
  const threads = [start(), start()];
  for (const thread of threads) thread.on('message', onMessage);
  await Promise.all(threads.map((thread) => once(thread, 'exit')));
  return shared[0];
}`,
  `
import asyncio
import itertools
import queue
import threading
updates = 5_000  # of each who adds

def show(found):
    print(found, "of", 2 * updates)

# Two threads, until both are done.
def add_on_threads(add):
    threads = [threading.Thread(target=add) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()`,
);

/** What protects the update: nothing, one step, a lock, an owner; and what comes between its reading and its writing. */
export const code: ExperimentCode = {
  given: joined(running, locking),
  beside: ['across-await', 'one-step'],
  snippets: [
    {
      conditions: ['unprotected'],
      heart: 'shared[0] = read + 1; // the other may have written meanwhile',
      ...source(
        `
// worker.mjs
const shared = workerData;
for (let n = 0; n < updates; n++) {
  const read = shared[0];
  shared[0] = read + 1; // the other may have written meanwhile
}

// main.mjs
show(await addOnThreads());`,
        `
counter = 0

def add():
    global counter
    for _ in range(updates):
        read = counter
        counter = read + 1  # the other may have written meanwhile

add_on_threads(add)
show(counter)`,
      ),
    },
    {
      conditions: ['atomics'],
      ...source(
        `
// worker.mjs
const shared = workerData;
for (let n = 0; n < updates; n++) {
  Atomics.add(shared, 0, 1); // nothing can come between
}

// main.mjs
show(await addOnThreads());`,
        `
counter = itertools.count()

def add():
    for _ in range(updates):
        next(counter)  # one call into C: the GIL is not given up in it

add_on_threads(add)
show(next(counter))`,
      ),
    },
    {
      conditions: ['mutex'],
      ...source(
        `
// worker.mjs
const shared = workerData;
for (let n = 0; n < updates; n++) {
  lock(shared, 32); // one thread at a time from here
  shared[0] = shared[0] + 1;
  unlock(shared, 32);
}

// main.mjs
show(await addOnThreads());`,
        `
counter = 0
lock = threading.Lock()

def add():
    global counter
    for _ in range(updates):
        with lock:  # one thread at a time in here
            counter = counter + 1

add_on_threads(add)
show(counter)`,
      ),
    },
    {
      conditions: ['owner'],
      ...source(
        `
// worker.mjs
for (let n = 0; n < updates; n++) parentPort.postMessage('add');

// main.mjs
let counter = 0; // only this thread has it
await addOnThreads(() => {
  counter = counter + 1;
});
show(counter);`,
        `
messages = queue.Queue()

def add():
    for _ in range(updates):
        messages.put("add")

add_on_threads(add)
counter = 0  # only this thread has it
while not messages.empty():
    messages.get()
    counter = counter + 1
show(counter)`,
      ),
    },
    {
      conditions: ['across-await'],
      heart: 'await null; // the other has its turn, and reads the same',
      ...source(
        `
let counter = 0;
async function add() {
  for (let n = 0; n < updates; n++) {
    const read = counter;
    await null; // the other has its turn, and reads the same
    counter = read + 1;
  }
}
await Promise.all([add(), add()]);
show(counter);`,
        `
counter = 0

async def add():
    global counter
    for _ in range(updates):
        read = counter
        await asyncio.sleep(0)  # the other has its turn
        counter = read + 1

async def main():
    await asyncio.gather(add(), add())

asyncio.run(main())
show(counter)`,
      ),
    },
    {
      conditions: ['one-step'],
      heart: 'counter = read + 1; // no await in between: nobody else runs',
      ...source(
        `
let counter = 0;
async function add() {
  for (let n = 0; n < updates; n++) {
    const read = counter;
    counter = read + 1; // no await in between: nobody else runs
    await null;
  }
}
await Promise.all([add(), add()]);
show(counter);`,
        `
counter = 0

async def add():
    global counter
    for _ in range(updates):
        read = counter
        counter = read + 1  # no await in between: nobody else runs
        await asyncio.sleep(0)

async def main():
    await asyncio.gather(add(), add())

asyncio.run(main())
show(counter)`,
      ),
    },
    {
      conditions: ['promise-lock'],
      ...source(
        `
let counter = 0;
let last = Promise.resolve();
async function update() {
  const read = counter;
  await null;
  counter = read + 1;
}
async function add() {
  // Each update begins when the one before is over.
  for (let n = 0; n < updates; n++) await (last = last.then(update));
}
await Promise.all([add(), add()]);
show(counter);`,
        `
counter = 0
async def add(lock):
    global counter
    for _ in range(updates):
        async with lock:  # one at a time, whatever it awaits in here
            read = counter
            await asyncio.sleep(0)
            counter = read + 1
async def main():
    lock = asyncio.Lock()
    await asyncio.gather(add(lock), add(lock))
asyncio.run(main())
show(counter)`,
      ),
    },
    {
      conditions: ['recorded-unprotected'],
      ...source(
        `
// worker.mjs
const shared = workerData;
const log = [];
for (let n = 0; n < updates; n++) {
  const read = Atomics.load(shared, 0);
  // Each of the two steps is atomic. The update is not.
  const written = Atomics.store(shared, 0, read + 1);
  log.push([read, written]);
}

// main.mjs
show(await addOnThreads());`,
        `
counter = 0

def add():
    global counter
    log = []
    for _ in range(updates):
        read = counter
        counter = read + 1
        log.append((read, read + 1))  # in its own order, without times

add_on_threads(add)
show(counter)`,
      ),
    },
    {
      conditions: ['recorded-mutex'],
      ...source(
        `
// worker.mjs
const shared = workerData;
const log = [];
for (let n = 0; n < updates; n++) {
  lock(shared, 32); // every value is read once
  const read = Atomics.load(shared, 0);
  log.push([read, Atomics.store(shared, 0, read + 1)]);
  unlock(shared, 32);
}

// main.mjs
show(await addOnThreads());`,
        `
counter = 0
lock = threading.Lock()

def add():
    global counter
    log = []
    for _ in range(updates):
        with lock:  # every value is read once
            log.append((counter, counter + 1))
            counter = counter + 1

add_on_threads(add)
show(counter)`,
      ),
    },
  ],
};
