// Hidden helpers: who computes when an asynchronous function of Node is called?
// Run it: node hidden-helpers.mjs
import { fork } from 'node:child_process';
import { pbkdf2 } from 'node:crypto';
import { once } from 'node:events';
import os from 'node:os';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

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

const hash = promisify(pbkdf2);
const tasks = Array.from({ length: 8 }, (_, n) => `salt ${n}`);

// In a process whose pool has the size that its environment says.
async function work() {
  const order = [];
  const start = async (salt) => {
    await hash('eggs', salt, 60_000, 32, 'sha256');
    order.push(salt);
  };
  const samples = [];
  for (let round = 0; round <= 5; round++) {
    const begin = performance.now();
    await Promise.all(tasks.map(start)); // all are asked for at once, by one thread
    if (round > 0) samples.push(performance.now() - begin);
  }
  process.send({ samples });
}

async function sampled(poolSize) {
  const child = fork(fileURLToPath(import.meta.url), ['worker'], {
    env: { ...process.env, UV_THREADPOOL_SIZE: String(poolSize) },
  });
  const [{ samples }] = await once(child, 'message');
  child.disconnect();
  return samples;
}

if (process.argv[2] === 'worker') {
  await work();
} else {
  const one = await sampled(1);
  const four = await sampled(4);
  console.log('8 hashes asked for at once by one thread, 5 rounds');
  table([
    ['pool of 1', one],
    ['pool of 4', four],
  ]);
  const gain = median(one) / median(four);
  console.log(`A pool of 4: ${gain.toFixed(1)}x faster, on ${os.cpus().length} cores. JavaScript computed nothing.`);
}
