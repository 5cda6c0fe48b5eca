// Blocked is not busy: the same 200 ms spent in three ways. Who uses a core, and is the loop free?
// Run it: node blocked-is-not-busy.mjs
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';

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

const computation = iterationsFor(200);
const ways = {
  'sync wait': () => block(200),
  computing: () => knead(computation, 1),
  'async wait': () => wait(200),
};

const cpu = Object.keys(ways).map((name) => [name, []]);
const loop = Object.keys(ways).map((name) => [name, []]);
for (let round = 0; round < 5; round++) {
  for (const [at, action] of Object.values(ways).entries()) {
    await wait(20);
    const cpuBefore = process.cpuUsage();
    const loopBefore = performance.eventLoopUtilization();
    await action();
    await wait(0); // one turn, so that the loop has noticed
    const { user, system } = process.cpuUsage(cpuBefore);
    cpu[at][1].push((user + system) / 1000);
    loop[at][1].push(performance.eventLoopUtilization(loopBefore).utilization * 100);
  }
}

console.log('CPU time in about 200 ms, 5 rounds');
table(cpu);
console.log('How much of the time the event loop was occupied, 5 rounds');
table(loop, '% ');
console.log('Only both figures together tell a blocked thread, a busy one and a free one apart.');
