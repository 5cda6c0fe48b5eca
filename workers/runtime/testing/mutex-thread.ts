// A thread of the tests that adds to a plain counter, each time under the same mutex.
import { parentPort, workerData } from 'node:worker_threads';
import { createMutex } from '../mutex';
import { mutexWords, type MutexAnswer, type MutexTask } from './mutex-task';

const { memory, threads, sections } = workerData as MutexTask;
const words = new Int32Array(memory);
let slept = 0;
let intruders = 0;
const mutex = createMutex(words, mutexWords.lock, { onSleep: () => slept++ });

// All begin together: a thread that is done before the next one starts proves nothing.
Atomics.add(words, mutexWords.ready, 1);
while (Atomics.load(words, mutexWords.ready) < threads);

for (let section = 0; section < sections; section++) {
  mutex.lock();
  if (Atomics.add(words, mutexWords.inside, 1) !== 0) intruders++;
  words[mutexWords.counter] = (words[mutexWords.counter] ?? 0) + 1;
  Atomics.sub(words, mutexWords.inside, 1);
  mutex.unlock();
}
parentPort?.postMessage({ slept, intruders } satisfies MutexAnswer);
