// Lost updates: two add to one counter, on two threads and as two async functions on one.
// Run it: node lost-updates.mjs
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

const [updates, trials, rounds] = [20_000, 40, 5];

// Rows of a name and its samples: the median, the smallest and the largest.
function table(rows, unit = 'ms') {
  const width = Math.max(...rows.map(([name]) => name.length));
  const figure = (value) => value.toFixed(2).padStart(10);
  console.log(`${''.padEnd(width)}  median ${unit}    smallest     largest    n`);
  for (const [name, samples] of rows) {
    const sorted = [...samples].sort((a, b) => a - b);
    const [low, middle, high] = [0, (sorted.length - 1) >> 1, sorted.length - 1].map((at) => figure(sorted[at]));
    console.log(`${name.padEnd(width)} ${middle}  ${low}  ${high}  ${String(sorted.length).padStart(3)}`);
  }
}

// Words of the shared memory, far apart: the counter, a lock, and a place to meet.
const [counter, lockWord, here, meetings] = [0, 32, 64, 65];

// 0 is free, 1 is held, 2 is held and wanted.
function lock(words) {
  if (Atomics.compareExchange(words, lockWord, 0, 1) === 0) return;
  while (Atomics.exchange(words, lockWord, 2) !== 0) Atomics.wait(words, lockWord, 2);
}
function unlock(words) {
  if (Atomics.exchange(words, lockWord, 0) === 2) Atomics.notify(words, lockWord, 1);
}

const ways = {
  'threads, unprotected': (words) => {
    for (let n = 0; n < updates; n++) words[counter] = words[counter] + 1;
  },
  'threads, Atomics': (words) => {
    for (let n = 0; n < updates; n++) Atomics.add(words, counter, 1);
  },
  'threads, mutex': (words) => {
    for (let n = 0; n < updates; n++) {
      lock(words);
      words[counter] = words[counter] + 1;
      unlock(words);
    }
  },
};

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

function thread({ words, way, isFirst }) {
  let [lost, begin] = [0, performance.now()];
  for (let trial = 0; trial < trials; trial++) {
    meet(words); // who slept comes late from the first meeting,
    meet(words); // and both are awake at the second
    ways[way](words);
    meet(words);
    if (isFirst) lost += 2 * updates - Atomics.exchange(words, counter, 0);
  }
  if (isFirst) parentPort.postMessage([lost, performance.now() - begin]);
}

async function onThreads(way) {
  const words = new Int32Array(new SharedArrayBuffer(4 * 96));
  const start = (isFirst) => new Worker(new URL(import.meta.url), { workerData: { words, way, isFirst } });
  const [[answer]] = await Promise.all([once(start(true), 'message'), once(start(false), 'exit')]);
  return answer;
}

async function onOneThread(awaitsInside) {
  let [lost, begin] = [0, performance.now()];
  for (let trial = 0; trial < trials; trial++) {
    let count = 0;
    const add = async () => {
      for (let n = 0; n < updates; n++) {
        const read = count;
        if (awaitsInside) await null;
        count = read + 1;
        if (!awaitsInside) await null;
      }
    };
    await Promise.all([add(), add()]);
    lost += 2 * updates - count;
  }
  return [lost, performance.now() - begin];
}

if (!isMainThread) thread(workerData);
else {
  const all = [
    ...Object.keys(ways).map((way) => [way, () => onThreads(way)]),
    ['one thread, await inside', () => onOneThread(true)],
    ['one thread, one step', () => onOneThread(false)],
  ];
  const [lost, took] = [all, all].map((rows) => rows.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [at, [, run]] of all.entries()) {
      const [updatesLost, ms] = await run();
      lost[at][1].push((100 * updatesLost) / (2 * updates * trials));
      took[at][1].push(ms / trials);
    }
  }
  console.log(`Share of updates lost, 2 x ${updates} updates, ${trials} trials a round, ${rounds} rounds`);
  table(lost, '%');
  console.log(`Time of one trial, ${rounds} rounds`);
  table(took);
}
