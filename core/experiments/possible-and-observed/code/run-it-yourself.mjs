// Possible and observed: two threads load, add and store; all schedules on paper beside many trials on real threads.
// Run it: node possible-and-observed.mjs
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

const [trials, rounds] = [2000, 5];

// Rows of a name and its samples: the median, the smallest and the largest.
function table(rows) {
  const width = Math.max(...rows.map(([name]) => name.length));
  const figure = (value) => value.toFixed(2).padStart(10);
  console.log(`${''.padEnd(width)}  median %    smallest     largest    n`);
  for (const [name, samples] of rows) {
    const sorted = [...samples].sort((a, b) => a - b);
    const [low, middle, high] = [0, (sorted.length - 1) >> 1, sorted.length - 1].map((at) => figure(sorted[at]));
    console.log(`${name.padEnd(width)} ${middle}  ${low}  ${high}  ${String(sorted.length).padStart(3)}`);
  }
}

const programs = {
  'without a lock': ['load', 'add', 'store'],
  'with a lock': ['lock', 'load', 'add', 'store', 'unlock'],
};

// Possible: what the counter holds after every order of the instructions of two threads. Nothing is run for it.
function possible(program, at = [0, 0], sums = [0, 0], counter = 0, holder = null) {
  const ends = [];
  for (const thread of [0, 1]) {
    const next = program[at[thread]];
    if (next === undefined || (next === 'lock' && holder !== null)) continue;
    const sum = next === 'load' ? counter : next === 'add' ? sums[thread] + 1 : sums[thread];
    const [places, values] = [[...at], [...sums]];
    places[thread] += 1;
    values[thread] = sum;
    const has = next === 'lock' ? thread : next === 'unlock' ? null : holder;
    ends.push(...possible(program, places, values, next === 'store' ? sum : counter, has));
  }
  return at.every((place) => place === program.length) ? [counter] : ends;
}

// Words of the shared memory, far apart: the counter, a lock, and a place to meet.
const [counterWord, lockWord, here, meetings] = [0, 32, 64, 65];

// Both threads go on at the same moment.
function meet(words) {
  const meeting = Atomics.load(words, meetings);
  if (Atomics.add(words, here, 1) === 1) {
    Atomics.store(words, here, 0);
    Atomics.add(words, meetings, 1);
    Atomics.notify(words, meetings);
  }
  // Who looks for a while keeps a core of its own; who sleeps at once is woken on the other's.
  const until = performance.now() + 20;
  while (Atomics.load(words, meetings) === meeting && performance.now() < until);
  while (Atomics.load(words, meetings) === meeting) Atomics.wait(words, meetings, meeting);
}

// 0 is free, 1 is held, 2 is held and wanted.
function lock(words) {
  if (Atomics.compareExchange(words, lockWord, 0, 1) === 0) return;
  while (Atomics.exchange(words, lockWord, 2) !== 0) Atomics.wait(words, lockWord, 2);
}
function unlock(words) {
  if (Atomics.exchange(words, lockWord, 0) === 2) Atomics.notify(words, lockWord, 1);
}

function thread({ words, locks, isFirst }) {
  let lost = 0;
  for (let trial = 0; trial < trials; trial++) {
    const offset = 16 * Math.random();
    meet(words); // who slept comes late from the first meeting,
    meet(words); // and both are awake at the second
    for (let look = 1; look < offset; look++) Atomics.load(words, meetings);
    if (locks) lock(words);
    Atomics.store(words, counterWord, Atomics.load(words, counterWord) + 1);
    if (locks) unlock(words);
    meet(words);
    if (isFirst) lost += 2 - Atomics.exchange(words, counterWord, 0);
  }
  if (isFirst) parentPort.postMessage(lost);
}

// Observed: how many of the trials on real threads ended with 1.
async function observed(locks) {
  const words = new Int32Array(new SharedArrayBuffer(4 * 96));
  const start = (isFirst) => new Worker(new URL(import.meta.url), { workerData: { words, locks, isFirst } });
  const [[lost]] = await Promise.all([once(start(true), 'message'), once(start(false), 'exit')]);
  return lost;
}

if (!isMainThread) thread(workerData);
else {
  console.log('Possible: schedules by what the counter holds in the end (computed)');
  for (const [name, program] of Object.entries(programs)) {
    const ends = possible(program);
    const count = (counter) => ends.filter((end) => end === counter).length;
    console.log(`${name}: ${count(1)} of ${ends.length} end with 1, ${count(2)} with 2`);
  }
  const shares = Object.keys(programs).map((name) => [name, []]);
  for (let round = 0; round < rounds; round++) {
    for (const [name, samples] of shares) {
      samples.push((100 * (await observed(name === 'with a lock'))) / trials);
    }
  }
  console.log(`Observed: share of trials that ended with 1, ${trials} trials a round, ${rounds} rounds`);
  table(shares);
}
