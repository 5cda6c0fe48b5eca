// Sharing the loop: a job of 60 pieces of about 2 ms, and what stands between two of them.
// Run it: node sharing-the-loop.mjs
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

async function compare() {
  const iterations = iterationsFor(2);
  const pieces = Array.from({ length: 60 }, (_, seed) => ({ iterations, seed }));
  const [thread] = await hireThreads(1);
  const job = (between) => async () => {
    for (const piece of pieces) {
      knead(piece.iterations, piece.seed);
      await between();
    }
  };
  const ways = {
    never: () => pieces.forEach((piece) => knead(piece.iterations, piece.seed)),
    'await a promise': job(() => Promise.resolve()),
    nextTick: job(() => new Promise((goOn) => process.nextTick(goOn))),
    setImmediate: job(() => new Promise((goOn) => setImmediate(goOn))),
    'setTimeout 0': job(() => new Promise((goOn) => setTimeout(goOn, 0))),
    'a worker': () => (thread.postMessage(pieces), once(thread, 'message')),
  };
  const late = Object.keys(ways).map((name) => [name, []]);
  const took = Object.keys(ways).map((name) => [name, []]);
  for (let round = 0; round < 3; round++) {
    for (const [at, action] of Object.values(ways).entries()) {
      let last = performance.now();
      let longest = 0;
      const beats = setInterval(() => {
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
      }, 5);
      await new Promise((goOn) => setTimeout(goOn, 30));
      longest = 0;
      const begin = performance.now();
      await action();
      took[at][1].push(performance.now() - begin);
      await new Promise((goOn) => setTimeout(goOn, 30));
      clearInterval(beats);
      late[at][1].push(longest);
    }
  }
  console.log('Longest gap of a heartbeat on the same loop, 3 rounds');
  table(late);
  console.log('Time that the job took, 3 rounds');
  table(took);
  await thread.terminate();
}

if (isMainThread) {
  await compare();
} else {
  parentPort.on('message', (pieces) => {
    for (const piece of pieces) knead(piece.iterations, piece.seed);
    parentPort.postMessage('done');
  });
  parentPort.postMessage('ready');
}
