// Python and the GIL: the lock of CPython, emulated for threads of JavaScript.
// Run it: node python-gil.mjs
import { once } from 'node:events';
import os from 'node:os';
import { performance } from 'node:perf_hooks';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

// The computation. Every step needs the one before.
function knead(iterations, seed) {
  let x = seed | 0;
  for (let i = 0; i < iterations; i++) {
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x ^= x >>> 13;
  }
  return x >>> 0;
}

// So many iterations take about so many ms on this thread; other work can only lengthen a trial.
function iterationsFor(ms) {
  let shortest = Infinity;
  for (let trial = 0; trial < 6; trial++) {
    const begin = performance.now();
    knead(5_000_000, trial);
    shortest = Math.min(shortest, performance.now() - begin);
  }
  return Math.round((5_000_000 * ms) / shortest);
}

const median = (samples) => [...samples].sort((a, b) => a - b)[(samples.length - 1) >> 1];

// Rows of a name and its samples: the median, the smallest and the largest.
function table(rows, unit = 'ms') {
  const width = Math.max(...rows.map(([name]) => name.length));
  const figure = (value) => value.toFixed(1).padStart(10);
  console.log(`${''.padEnd(width)}  median ${unit}    smallest     largest    n`);
  for (const [name, samples] of rows) {
    const sorted = [...samples].sort((a, b) => a - b);
    const [low, middle, high] = [0, (sorted.length - 1) >> 1, sorted.length - 1].map((at) => figure(sorted[at]));
    console.log(`${name.padEnd(width)} ${middle}  ${low}  ${high}  ${String(sorted.length).padStart(3)}`);
  }
}

// The lock: taken, asked for, times taken. Who waits asks for it after 5 ms; the owner gives way between two pieces.
function lockIn(memory) {
  const state = new Int32Array(memory);
  const acquire = () => {
    while (Atomics.compareExchange(state, 0, 0, 1) !== 0) {
      const turn = Atomics.load(state, 2);
      const woken = Atomics.wait(state, 0, 1, 5);
      if (woken === 'timed-out' && Atomics.load(state, 2) === turn) Atomics.store(state, 1, 1);
    }
    Atomics.add(state, 2, 1);
    Atomics.store(state, 1, 0);
    Atomics.notify(state, 2);
  };
  const release = () => {
    Atomics.store(state, 0, 0);
    Atomics.notify(state, 0, 1);
  };
  const giveWay = () => {
    if (Atomics.load(state, 1) === 0) return;
    const turn = Atomics.load(state, 2);
    release();
    Atomics.wait(state, 2, turn, 5); // until another thread has had it
    acquire();
  };
  return { acquire, release, giveWay };
}

function serve() {
  const lock = workerData && lockIn(workerData);
  const nothing = new Int32Array(new SharedArrayBuffer(4));
  parentPort.on('message', ({ iterations, seed, waitMs }) => {
    if (waitMs) {
      Atomics.wait(nothing, 0, 0, waitMs); // whoever waits does not hold the lock
    } else {
      lock?.acquire();
      for (let done = 0; done < iterations; done += 20_000) {
        knead(Math.min(20_000, iterations - done), seed);
        lock?.giveWay();
      }
      lock?.release();
    }
    parentPort.postMessage('done');
  });
  parentPort.postMessage('ready');
}

async function hireThreads(count, memory) {
  const all = Array.from({ length: count }, () => new Worker(new URL(import.meta.url), { workerData: memory }));
  await Promise.all(all.map((thread) => once(thread, 'message'))); // each says that it is ready
  return all;
}

// Each thread gets its share of the tasks. Settles when all are done.
async function share(tasks, threads) {
  let left = tasks.length;
  await new Promise((done) => {
    for (const thread of threads) {
      thread.removeAllListeners('message');
      thread.on('message', () => --left === 0 && done());
    }
    tasks.forEach((task, n) => threads[n % threads.length].postMessage(task));
  });
}

async function compare() {
  const iterations = iterationsFor(20);
  const computing = [1, 2, 3, 4].map((seed) => ({ iterations, seed }));
  const waits = Array.from({ length: 8 }, () => ({ waitMs: 15 }));
  const crews = {
    'one thread': await hireThreads(1, null),
    '2 threads, one lock': await hireThreads(2, new SharedArrayBuffer(12)),
    '2 threads, no lock': await hireThreads(2, null),
    '8 threads, one lock': await hireThreads(8, new SharedArrayBuffer(12)),
  };
  const measured = async (tasks, names) => {
    const samples = new Map(names.map((name) => [name, []]));
    for (let round = 0; round <= 5; round++) {
      for (const name of names) {
        const begin = performance.now();
        await share(tasks, crews[name]);
        if (round > 0) samples.get(name).push(performance.now() - begin); // the first round warms up
      }
    }
    return samples;
  };
  console.log('4 computations of about 20 ms, 5 rounds');
  const computed = await measured(computing, ['one thread', '2 threads, one lock', '2 threads, no lock']);
  table([...computed]);
  console.log('8 waits of 15 ms, 5 rounds');
  const waited = await measured(waits, ['one thread', '8 threads, one lock']);
  table([...waited]);
  const speed = (samples, name) => (median(samples.get('one thread')) / median(samples.get(name))).toFixed(2);
  console.log(`Computing under one lock: ${speed(computed, '2 threads, one lock')}x of one thread's speed`);
  console.log(`Without it: ${speed(computed, '2 threads, no lock')}x, on ${os.cpus().length} cores`);
  console.log(`Waiting under one lock: ${speed(waited, '8 threads, one lock')}x`);
  await Promise.all(Object.values(crews).flatMap((crew) => crew.map((thread) => thread.terminate())));
}

if (isMainThread) await compare();
else serve();
