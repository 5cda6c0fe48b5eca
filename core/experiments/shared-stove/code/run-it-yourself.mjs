// One stove for all: work under one lock or several, and philosophers who wait in a circle.
// Run it: node shared-stove.mjs
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

// A lock in one word of shared memory: 0 is free, 1 held.
function lock(words, at, ms = Infinity) {
  const until = performance.now() + ms;
  while (Atomics.compareExchange(words, at, 0, 1) !== 0) {
    const left = until - performance.now();
    if (left <= 0) return false;
    Atomics.wait(words, at, 1, left);
  }
  return true;
}
function unlock(words, at) {
  Atomics.store(words, at, 0);
  Atomics.notify(words, at, 1);
}

function knead(iterations) {
  let x = 1;
  for (let i = 0; i < iterations; i++) {
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x ^= x >>> 13;
  }
  return x;
}

// One thread: pieces of work under a lock, or dinners with two forks.
function serve({ memory, seat, rule, pieces }) {
  const words = new Int32Array(memory);
  knead(3_000_000);
  parentPort.postMessage('ready');
  Atomics.wait(words, 15, 0);
  let stuck = 0;
  const [left, right] = [seat, (seat + 1) % 4];
  const [first, second] = rule === 'lower fork first' && right < left ? [right, left] : [left, right];
  for (let piece = 0; piece < pieces && Atomics.load(words, 14) === 0; piece++) {
    const one = rule === 'one lock' ? 0 : first;
    lock(words, one);
    knead(400_000);
    if (rule.includes('fork')) {
      // So long without the second fork means a circle here: nobody holds two for longer than it takes to eat.
      if (lock(words, second, 100)) {
        knead(100_000);
        unlock(words, second);
      } else {
        stuck = 1;
        Atomics.store(words, 14, 1); // over for all
      }
    }
    unlock(words, one);
  }
  parentPort.postMessage(stuck);
}

// So many threads begin together; how long all took, and whether one was stuck.
async function together(threads, rule, pieces) {
  const memory = new SharedArrayBuffer(64);
  const task = (seat) => ({ workerData: { memory, seat, rule, pieces } });
  const hired = Array.from({ length: threads }, (_, seat) => new Worker(new URL(import.meta.url), task(seat)));
  await Promise.all(hired.map((thread) => once(thread, 'message')));
  const told = Promise.all(hired.map((thread) => once(thread, 'message')));
  const words = new Int32Array(memory);
  const begin = performance.now();
  Atomics.store(words, 15, 1);
  Atomics.notify(words, 15);
  const stuck = (await told).some(([one]) => one === 1);
  const ms = performance.now() - begin;
  await Promise.all(hired.map((thread) => thread.terminate()));
  return { ms, stuck };
}

// Rows of a name and its samples: the median, the smallest and the largest.
function table(rows, unit) {
  const width = Math.max(...rows.map(([name]) => name.length));
  const figure = (value) => value.toFixed(1).padStart(10);
  console.log(`${''.padEnd(width)}  median ${unit}    smallest     largest    n`);
  for (const [name, samples] of rows) {
    const sorted = [...samples].sort((a, b) => a - b);
    const [low, middle, high] = [0, (sorted.length - 1) >> 1, sorted.length - 1].map((at) => figure(sorted[at]));
    console.log(`${name.padEnd(width)} ${middle}  ${low}  ${high}  ${String(sorted.length).padStart(3)}`);
  }
}

async function compare() {
  const rounds = 5;
  const locks = ['one lock', 'a lock for each'].map((rule) => [rule, []]);
  const dinners = ['left fork first', 'lower fork first'].map((rule) => [rule, []]);
  for (let round = 0; round < rounds; round++) {
    for (const [rule, samples] of locks) samples.push((await together(2, rule, 100)).ms);
    for (const [rule, samples] of dinners) {
      let stuck = 0;
      for (let dinner = 0; dinner < 2; dinner++) stuck += (await together(4, rule, 30)).stuck ? 50 : 0;
      samples.push(stuck);
    }
  }
  console.log(`Two threads, 100 pieces of work each, ${rounds} rounds`);
  table(locks, 'ms');
  console.log(`Share of dinners in which the threads waited in a circle, ${rounds} rounds`);
  table(dinners, '%');
}

if (isMainThread) await compare();
else serve(workerData);
