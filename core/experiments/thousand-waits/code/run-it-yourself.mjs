// A thousand waits: what they cost on one thread, and who gets a turn beside 32 of them.
// Run it: node thousand-waits.mjs
import { fork } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

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

const agent = new http.Agent({ keepAlive: true });
const request = (port, ms) =>
  new Promise((resolve, reject) => {
    const options = { agent, host: '127.0.0.1', port, path: `/?ms=${ms}` };
    http.get(options, (reply) => reply.on('end', resolve).resume()).on('error', reject);
  });

// A server in a process of its own, so that its memory does not count.
function serve() {
  const server = http.createServer((asked, response) => {
    setTimeout(() => response.end('eggs'), Number(new URL(asked.url, 'http://lab').searchParams.get('ms')));
  });
  server.keepAliveTimeout = 0;
  server.listen({ port: 0, host: '127.0.0.1', backlog: 1024 }, () => process.send(server.address().port));
}

// Longest time by which a beat that is due every 10 ms was late, while something is done on the same loop.
async function latenessBeside(action) {
  let due = performance.now() + 10;
  let longest = 0;
  const beats = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - due);
    while (due <= now) due += 10;
  }, 2);
  await wait(30);
  await action();
  await wait(30);
  clearInterval(beats);
  return Math.max(0, longest);
}

// What this process grows by in kB for each wait, while threads that are hired for it wait.
async function memoryOf(threads, waits, task) {
  const before = process.memoryUsage.rss();
  let most = before;
  const samples = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 10);
  const hired = Array.from({ length: threads }, () => new Worker(new URL(import.meta.url), { workerData: task }));
  await Promise.all(hired.map((thread) => once(thread, 'message')));
  clearInterval(samples);
  await Promise.all(hired.map((thread) => thread.terminate()));
  return (most - before) / 1000 / waits;
}

async function compare() {
  const server = fork(new URL(import.meta.url), ['server']);
  const [port] = await once(server, 'message');
  const requests = () => Array.from({ length: 32 }, () => request(port, 5));
  await Promise.all(requests());
  const ways = {
    'all awaited': () => Promise.all(requests()),
    'one more task blocks': () => Promise.all([...requests(), (async () => block(100))()]),
    'each blocks': async () => Array.from({ length: 32 }, () => block(5)),
  };
  const late = Object.keys(ways).map((name) => [name, []]);
  const memory = [
    ['1,000 connections, one thread', []],
    ['8 blocked threads', []],
  ];
  for (let round = 0; round < 3; round++) {
    for (const [at, action] of Object.values(ways).entries()) late[at][1].push(await latenessBeside(action));
    memory[0][1].push(await memoryOf(1, 1000, { port }));
    memory[1][1].push(await memoryOf(8, 8, {}));
  }
  console.log('Longest lateness of a heartbeat beside 32 waits of 5 ms, 3 rounds');
  table(late);
  console.log('Memory for each wait, the hired threads in it, 3 rounds');
  table(memory, 'kB');
  agent.destroy();
  server.kill();
}

if (process.argv[2] === 'server') serve();
else if (isMainThread) await compare();
else {
  if (workerData.port) await Promise.all(Array.from({ length: 1000 }, () => request(workerData.port, 400)));
  else block(400);
  parentPort.postMessage('done');
}
