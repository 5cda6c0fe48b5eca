// When a cook fails: who goes down with one task that fails, on the same loop, in a thread, in a process.
// Run it: node when-a-cook-fails.mjs
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const file = new URL(import.meta.url);
const others = 4;
// What does not return is ended after so many ms.
const patience = 300;

function fail(way) {
  if (way === 'throw') throw new Error('burnt');
  if (way === 'reject') Promise.reject(new Error('burnt')); // nobody awaits it
  if (way === 'exit') process.exit(3);
  if (way === 'loop') for (;;);
}

// The process of the other four: they wait, and one more task fails beside them.
async function kitchen(way, place) {
  const served = () => process.send('served');
  const waits = Array.from({ length: others }, () => wait(150).then(served));
  await wait(10);
  if (place === 'loop') {
    try {
      fail(way);
    } catch {
      // its caller catches what it throws
    }
  } else {
    const apart =
      place === 'thread' ? new Worker(file, { workerData: way }) : fork(file, ['alone', way], { silent: true });
    apart.on('error', () => undefined);
    const end = () => (place === 'thread' ? apart.terminate() : apart.kill('SIGKILL'));
    const ending = setTimeout(end, patience / 2);
    apart.on('exit', () => clearTimeout(ending));
  }
  await Promise.all(waits);
  process.disconnect();
}

// Share of the other tasks that were lost, in per cent.
async function lost(way, place) {
  const child = fork(file, ['kitchen', way, place], { silent: true });
  let served = 0;
  child.on('message', () => served++);
  const ending = setTimeout(() => child.kill('SIGKILL'), 2 * patience);
  await once(child, 'exit');
  clearTimeout(ending);
  return (100 * (others - served)) / others;
}

// Rows of a name and its samples: the median, the smallest and the largest.
function table(rows, unit) {
  const width = Math.max(...rows.map(([name]) => name.length));
  const figure = (value) => value.toFixed(1).padStart(10);
  console.log(`${''.padEnd(width)}  median ${unit}    smallest     largest    n`);
  for (const [name, samples] of rows) {
    const sorted = [...samples].sort((a, b) => a - b);
    const [low, middle, high] = [0, (sorted.length - 1) >> 1, sorted.length - 1].map((at) => figure(sorted[at]));
    console.log(`${name.padEnd(width)} ${middle}  ${low}  ${high}  ${String(sorted.length).padStart(3)}`);
  }
}

async function compare() {
  const rows = ['throw', 'reject', 'exit', 'loop'].flatMap((way) =>
    ['loop', 'thread', 'process'].map((place) => [`${way}, ${place === 'loop' ? 'same loop' : place}`, [], way, place]),
  );
  for (let round = 0; round < 3; round++)
    for (const [, samples, way, place] of rows) samples.push(await lost(way, place));
  console.log('Of four other tasks, lost with the one that fails, 3 rounds');
  table(rows, '%');
}

if (!isMainThread) fail(workerData);
else if (process.argv[2] === 'kitchen') await kitchen(process.argv[3], process.argv[4]);
else if (process.argv[2] === 'alone') fail(process.argv[3]);
else await compare();
