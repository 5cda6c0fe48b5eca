// Four scenarios: one thread and two threads, sync and async, for tasks that compute and tasks that wait.
// One core is left out: pinning needs a tool of the system (Linux: taskset -c 0 node four-scenarios.mjs).
// Run it: node four-scenarios.mjs
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

async function hireThreads(count) {
  const all = Array.from({ length: count }, () => new Worker(new URL(import.meta.url)));
  await Promise.all(all.map((thread) => once(thread, 'message'))); // each says that it is ready
  return all;
}

const doSync = (task) => (task.ms === undefined ? knead(task.iterations, task.seed) : void block(task.ms));
const doAsync = async (task) => (task.ms === undefined ? knead(task.iterations, task.seed) : wait(task.ms));

// Each thread gets its share in one message, and says when all of it is done.
async function share(tasks, threads, manner) {
  const shares = threads.map((_, at) => tasks.filter((_task, index) => index % threads.length === at));
  threads.forEach((thread, at) => thread.postMessage({ manner, tasks: shares[at] }));
  await Promise.all(threads.map((thread) => once(thread, 'message')));
}

async function compare() {
  const iterations = iterationsFor(20);
  const works = {
    '4 tasks that compute for about 20 ms': [1, 2, 3, 4].map((seed) => ({ iterations, seed })),
    '4 tasks that wait for 20 ms': [1, 2, 3, 4].map(() => ({ ms: 20 })),
  };
  const threads = await hireThreads(2);
  for (const [title, tasks] of Object.entries(works)) {
    const samples = await measured(
      {
        'one thread, sync': () => tasks.forEach(doSync),
        'one thread, async': () => Promise.all(tasks.map(doAsync)),
        '2 threads, sync': () => share(tasks, threads, 'sync'),
        '2 threads, async': () => share(tasks, threads, 'async'),
      },
      5,
    );
    console.log(`${title}, 5 rounds`);
    table([...samples]);
  }
  await Promise.all(threads.map((thread) => thread.terminate()));
}

if (isMainThread) {
  await compare();
} else {
  parentPort.on('message', async ({ manner, tasks }) => {
    if (manner === 'sync') tasks.forEach(doSync);
    else await Promise.all(tasks.map(doAsync));
    parentPort.postMessage('done');
  });
  parentPort.postMessage('ready');
}
