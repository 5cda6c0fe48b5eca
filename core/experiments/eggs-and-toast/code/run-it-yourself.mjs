// Eggs and toast: waiting overlaps on one thread, computing does not.
// Run it: node eggs-and-toast.mjs
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

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

// Blocks this thread until the time (in ms) is over.
const word = new Int32Array(new SharedArrayBuffer(4));
const block = (ms) => Atomics.wait(word, 0, 0, ms);

// Every way once in each round, in another order each time; the first round only warms up.
async function measured(ways, rounds) {
  const samples = new Map(Object.keys(ways).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    const names = Object.keys(ways);
    for (let turn = 0; turn < round; turn++) names.push(names.shift());
    for (const name of names) {
      const begin = performance.now();
      await ways[name]();
      if (round > 0) samples.get(name).push(performance.now() - begin);
    }
  }
  return samples;
}

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

const median = (samples) => [...samples].sort((a, b) => a - b)[(samples.length - 1) >> 1];

async function hireThreads(count) {
  const all = Array.from({ length: count }, () => new Worker(new URL(import.meta.url)));
  await Promise.all(all.map((thread) => once(thread, 'message'))); // each says that it is ready
  return all;
}

async function cookAll() {
  const cleaning = iterationsFor(40);
  const cooks = await hireThreads(2); // before the clock starts
  const ask = async (cook, ms) => {
    cook.postMessage(ms);
    await once(cook, 'message');
  };
  const clean = async () => knead(cleaning, 1);
  const samples = await measured(
    {
      async sync() {
        block(150); // eggs: you stand at the stove
        block(100); // toast
        await clean();
      },
      async async() {
        await Promise.all([wait(150), wait(100), clean()]);
      },
      async threads() {
        await Promise.all([ask(cooks[0], 150), ask(cooks[1], 100), clean()]);
      },
    },
    5,
  );
  console.log('Eggs (150 ms), toast (100 ms) and cleaning (about 40 ms of computing), 5 rounds');
  table([...samples]);
  console.log(`async: ${(median(samples.get('sync')) / median(samples.get('async'))).toFixed(1)}x faster than sync`);
  await Promise.all(cooks.map((cook) => cook.terminate()));
}

if (isMainThread) {
  await cookAll();
} else {
  parentPort.on('message', (ms) => {
    block(ms); // a hired cook stands still beside one dish
    parentPort.postMessage('served');
  });
  parentPort.postMessage('ready');
}
