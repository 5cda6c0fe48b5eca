/** What the snippets of several experiments call. Each does what the lab's own code of the same name does. */
import { source } from './source';

/** Counted work: `core/kernels/knead.ts`. */
export const kneading = source(
  `
// The computation. Every step needs the one before.
function knead(iterations, seed) {
  let x = seed | 0;
  for (let i = 0; i < iterations; i++) {
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x ^= x >>> 13;
  }
  return x >>> 0;
}
const compute = ({ iterations, seed }) => knead(iterations, seed);`,
  `
# The computation. Every step needs the one before.
def knead(iterations, seed):
    x = seed
    for _ in range(iterations):
        x = (x * 1664525 + 1013904223) & 0xFFFFFFFF
        x ^= x >> 13
    return x

def compute(task):
    return knead(task["iterations"], task["seed"])`,
);

/** How large a task has to be here: the lab calibrates with more care (\`workers/workloads/calibration.ts\`). */
export const sizing = source(
  `
// So many iterations take about so many ms on this thread.
function iterationsFor(ms) {
  knead(2_000_000, 1); // lets the compiler see it first
  const begin = performance.now();
  knead(5_000_000, 2);
  return Math.round((5_000_000 * ms) / (performance.now() - begin));
}`,
  `
import time
# So many iterations take about so many ms on this thread.
def iterations_for(ms):
    begin = time.perf_counter()
    knead(100_000, 1)
    per_ms = 100_000 / ((time.perf_counter() - begin) * 1000)
    return max(1, round(per_ms * ms))`,
);

/** The two ways to wait: `workers/workloads/timer.ts`. */
export const waiting = source(
  `
import { setTimeout as wait } from 'node:timers/promises';
// Blocks this thread until the time (in ms) is over.
const word = new Int32Array(new SharedArrayBuffer(4));
const block = (ms) => Atomics.wait(word, 0, 0, ms);`,
  `
import asyncio
import time`,
);

/** Threads as the lab has them. */
export const threadHiring = source(
  `
import { once } from 'node:events';
import { parentPort, Worker, workerData } from 'node:worker_threads';
// Starts so many threads; each executes worker.mjs.
async function hireThreads(count) {
  const all = Array.from({ length: count }, () => new Worker('./worker.mjs'));
  await Promise.all(all.map((thread) => once(thread, 'online')));
  return all;
}`,
  `
from concurrent.futures import ThreadPoolExecutor`,
);

/** Processes. The lab's own are started by Electron, and speak over a local socket. */
export const processHiring = source(
  `
import { fork } from 'node:child_process';
import { once } from 'node:events';
// Starts so many processes; each executes worker.mjs.
async function hireProcesses(count) {
  const options = { serialization: 'advanced' }; // takes binary data too
  const start = () => fork('./worker.mjs', [], options);
  const all = Array.from({ length: count }, start);
  await Promise.all(all.map((child) => once(child, 'spawn')));
  return all;
}`,
  `
from concurrent.futures import ProcessPoolExecutor`,
);

/** The queue: `workers/runtime/pool`. */
export const handingOut = source(
  `
const send = (worker, task) =>
  worker.postMessage ? worker.postMessage(task) : worker.send(task);
// A free worker takes the next task. Settles when all are done.
const handOut = (tasks, workers, inFlight = 1) =>
  new Promise((done) => {
    const queue = [...tasks];
    let left = queue.length;
    const give = (worker) => queue.length && send(worker, queue.shift());
    for (const worker of workers)
      worker.on('message', () => (--left === 0 ? done() : give(worker)));
    for (let n = 0; n < inFlight; n++) workers.forEach(give);
  });`,
  '',
);

/** A request to the server of the lab, which answers after so many ms: `workers/workloads/http-client.ts`. */
export const requesting = source(
  `
import http from 'node:http';
const agent = new http.Agent({ keepAlive: true });
const port = Number(process.env.PORT); // a server that answers after so many ms
// Gives the thread back until the answer is there.
const request = (path) =>
  new Promise((resolve, reject) => {
    const answered = (reply) => reply.on('end', resolve).resume();
    const options = { agent, host: '127.0.0.1', port, path };
    http.get(options, answered).on('error', reject);
  });`,
  `
import asyncio
import os
from http.client import HTTPConnection
port = int(os.environ.get("PORT", "8000"))  # a server that answers late

def request_sync(path):
    connection = HTTPConnection("127.0.0.1", port)
    connection.request("GET", path)
    connection.getresponse().read()

async def request(path):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = f"GET {path} HTTP/1.1\\r\\nHost: lab\\r\\nConnection: close\\r\\n\\r\\n"
    writer.write(head.encode())
    await reader.read()  # until the server closes
    writer.close()`,
);

/** A request that blocks: `workers/workloads/blocking-client.ts`. */
export const blockingRequests = source(
  `
import { parentPort, Worker, workerData } from 'node:worker_threads';
// Blocks this thread; a helper thread does the request meanwhile.
const flag = new Int32Array(new SharedArrayBuffer(4));
let helper;
function requestSync(path) {
  helper ??= new Worker('./helper.mjs', { workerData: flag });
  helper.unref(); // it keeps no program alive
  flag[0] = 0;
  helper.postMessage(path);
  while (!flag[0]) Atomics.wait(flag, 0, 0); // until woken
}

// helper.mjs
parentPort.on('message', async (path) => {
  await request(path);
  Atomics.store(workerData, 0, 1);
  Atomics.notify(workerData, 0);
});`,
  '',
);

/** A lock in shared memory: `workers/runtime/mutex.ts`, without its looks before it sleeps. Python has one of its own. */
export const locking = source(
  `
// A lock in one word: 0 is free, 1 is held, 2 is held and wanted.
function lock(words, at) {
  if (Atomics.compareExchange(words, at, 0, 1) === 0) return;
  while (Atomics.exchange(words, at, 2) !== 0) Atomics.wait(words, at, 2);
}
function unlock(words, at) {
  if (Atomics.exchange(words, at, 0) === 2) Atomics.notify(words, at, 1);
}`,
  '',
);
