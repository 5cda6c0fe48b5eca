// Passing data: 8 MiB to a worker, copied, moved and shared.
// Run it: node passing-data.mjs
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

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

// One clock for all processes of the machine.
const nowMs = () => Number(process.hrtime.bigint()) / 1e6;

// Touches every page, so that nothing is passed unseen.
const sum = (buffer) => new Uint32Array(buffer).reduce((total, each) => (total + each) >>> 0, 0);

async function compare() {
  const bytes = 8 * 2 ** 20;
  const [thread] = await hireThreads(1);
  const child = fork(fileURLToPath(import.meta.url), ['worker'], { serialization: 'advanced' });
  await once(child, 'message');
  const ways = {
    copied: (buffer) => thread.postMessage(buffer),
    moved: (buffer) => thread.postMessage(buffer, [buffer]),
    shared: (buffer) => thread.postMessage(buffer),
    'to a process': (buffer) => child.send(new Uint32Array(buffer)),
  };
  const rows = Object.keys(ways).map((name) => [name, []]);
  const left = new Map();
  for (let round = 0; round <= 9; round++) {
    for (const [name, samples] of rows) {
      const buffer = name === 'shared' ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
      new Uint32Array(buffer).fill(round);
      const begin = nowMs();
      ways[name](buffer);
      const [{ hadAt, total }] = await once(name === 'to a process' ? child : thread, 'message');
      if (total !== ((bytes / 4) * round) >>> 0) throw new Error(`${name} did not arrive whole`);
      if (round > 0) samples.push(hadAt - begin);
      left.set(name, buffer.byteLength);
    }
  }
  console.log('8 MiB until the worker has them, 9 rounds');
  table(rows);
  for (const [name, size] of left) console.log(`${name}: ${size} bytes are left with the sender`);
  await thread.terminate();
  child.disconnect();
}

function answer(buffer) {
  const hadAt = nowMs();
  return { hadAt, total: sum(buffer) };
}

if (process.argv[2] === 'worker') {
  process.on('message', (words) => process.send(answer(words)));
  process.send('ready');
} else if (isMainThread) {
  await compare();
} else {
  parentPort.on('message', (buffer) => parentPort.postMessage(answer(buffer)));
  parentPort.postMessage('ready');
}
