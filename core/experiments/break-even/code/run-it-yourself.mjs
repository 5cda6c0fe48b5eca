// Break-even: from which size on does it pay to hand a task out?
// Run it: node break-even.mjs
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
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

const send = (worker, task) => (worker.postMessage ? worker.postMessage(task) : worker.send(task));

// A free worker takes the next task. Settles when all are done.
const handOut = (tasks, workers) =>
  new Promise((done) => {
    const queue = [...tasks];
    let left = queue.length;
    const give = (worker) => queue.length > 0 && send(worker, queue.shift());
    for (const worker of workers) {
      worker.removeAllListeners('message');
      worker.on('message', () => (--left === 0 ? done() : give(worker)));
      give(worker);
    }
  });

async function compare() {
  const perMs = iterationsFor(1);
  const threads = await hireThreads(2); // before the clock starts
  for (const ms of [0.01, 0.1, 1, 10, 50]) {
    const tasks = [1, 2].map((seed) => ({ iterations: Math.round(perMs * ms), seed }));
    const samples = await measured(
      {
        'do it yourself': () => tasks.forEach((task) => knead(task.iterations, task.seed)),
        'hand it out': () => handOut(tasks, threads),
        'hire for it': async () => {
          const hired = await hireThreads(2);
          await handOut(tasks, hired);
          await Promise.all(hired.map((thread) => thread.terminate()));
        },
      },
      7,
    );
    console.log(`2 tasks of ${ms} ms, 7 rounds`);
    table(
      [...samples].map(([name, all]) => [name, all.map((each) => each * 1000)]),
      'us',
    );
  }
  await Promise.all(threads.map((thread) => thread.terminate()));
}

if (isMainThread) {
  await compare();
} else {
  parentPort.on('message', ({ iterations, seed }) => parentPort.postMessage(knead(iterations, seed)));
  parentPort.postMessage('ready');
}
