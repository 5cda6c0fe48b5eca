// Freeze the window, without a window: an event loop that beats every 10 ms stands for the frames.
// Run it: node freeze-the-window.mjs
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
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

async function hireProcesses(count) {
  const all = Array.from({ length: count }, () => fork(fileURLToPath(import.meta.url), ['worker']));
  await Promise.all(all.map((child) => once(child, 'message'))); // each says that it is ready
  return all;
}

// The longest time between two beats of this loop while something is done.
async function longestGap(action) {
  let last = performance.now();
  let longest = 0;
  const beat = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  };
  const beats = setInterval(beat, 10);
  await new Promise((goOn) => setTimeout(goOn, 50));
  longest = 0;
  await action();
  await new Promise((goOn) => setTimeout(goOn, 50)); // the beat that was held up comes first
  clearInterval(beats);
  return longest;
}

async function compare() {
  const work = { iterations: iterationsFor(300), seed: 1 };
  const [thread] = await hireThreads(1);
  const [child] = await hireProcesses(1);
  const ways = {
    'on this loop': () => knead(work.iterations, work.seed),
    'async, on this loop': async () => knead(work.iterations, work.seed),
    'in a thread': () => (thread.postMessage(work), once(thread, 'message')),
    'in a process': () => (child.send(work), once(child, 'message')),
  };
  const rows = Object.keys(ways).map((name) => [name, []]);
  for (let round = 0; round < 3; round++) {
    for (const [name, samples] of rows) samples.push(await longestGap(ways[name]));
  }
  console.log('Longest gap between two beats of a loop, while about 300 ms are computed, 3 rounds');
  table(rows);
  console.log('Where frames are drawn by this loop, each gap is a window that stands still.');
  await thread.terminate();
  child.disconnect();
}

if (process.argv[2] === 'worker') {
  process.on('message', ({ iterations, seed }) => process.send(knead(iterations, seed)));
  process.send('ready');
} else if (isMainThread) {
  await compare();
} else {
  parentPort.on('message', ({ iterations, seed }) => parentPort.postMessage(knead(iterations, seed)));
  parentPort.postMessage('ready');
}
