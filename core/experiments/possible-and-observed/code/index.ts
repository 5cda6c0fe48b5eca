import { locking } from '../../../code/pieces';
import { joined, source } from '../../../code/source';
import type { ExperimentCode } from '../../../code/types';

const running = source(
  `
import { once } from 'node:events';
import { Worker, workerData } from 'node:worker_threads';
const show = (found) => console.log('the counter is', found);
// Two threads execute worker.mjs on the same memory: one trial.
async function trial() {
  const shared = new Int32Array(new SharedArrayBuffer(512));
  const start = () => new Worker('./worker.mjs', { workerData: shared });
  const threads = [start(), start()];
  await Promise.all(threads.map((thread) => once(thread, 'exit')));
  return shared[0];
}
// Both go on together, each up to 16 looks later by chance.
function meet(words) {
  Atomics.add(words, 64, 1);
  while (Atomics.load(words, 64) < 2);
  for (let left = 16 * Math.random(); left > 1; left--) Atomics.load(words, 64);
}`,
  `
import threading

def show(found):
    print("the counter is", found)

meeting = threading.Barrier(2)

# Two threads, until both are done: one trial.
def trial(program):
    threads = [threading.Thread(target=program) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()`,
);

/** The program without a lock around it and with one; everything that can come of it is listed beside its trials. */
export const code: ExperimentCode = {
  given: joined(running, locking),
  beside: ['no-lock', 'lock'],
  snippets: [
    {
      conditions: ['no-lock'],
      heart: 'const sum = loaded + 1; // the other may load or store here',
      ...source(
        `
// worker.mjs
const shared = workerData;
meet(shared);
const loaded = Atomics.load(shared, 0);
const sum = loaded + 1; // the other may load or store here
Atomics.store(shared, 0, sum);

// main.mjs
show(await trial());`,
        `
counter = 0

def program():
    global counter
    meeting.wait()
    loaded = counter
    total = loaded + 1  # the other may load or store here
    counter = total

trial(program)
show(counter)`,
      ),
    },
    {
      conditions: ['lock'],
      heart: 'lock(shared, 32); // the other cannot load until the unlock',
      ...source(
        `
// worker.mjs
const shared = workerData;
meet(shared);
lock(shared, 32); // the other cannot load until the unlock
const loaded = Atomics.load(shared, 0);
Atomics.store(shared, 0, loaded + 1);
unlock(shared, 32);

// main.mjs
show(await trial());`,
        `
counter = 0
lock = threading.Lock()

def program():
    global counter
    meeting.wait()
    with lock:  # the other cannot load until it is given back
        loaded = counter
        counter = loaded + 1

trial(program)
show(counter)`,
      ),
    },
  ],
};
