// The slow supplier: an order every 3 ms, one answer in ten is slow. How long do half of the orders wait?
// Run it: node slow-supplier.mjs
import { once } from 'node:events';
import http from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

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

const roles = {
  // The supplier, in a thread of its own.
  supplier() {
    const server = http.createServer((asked, response) => {
      setTimeout(() => response.end('eggs'), Number(new URL(asked.url, 'http://lab').searchParams.get('ms')));
    });
    server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
  },
  // Does the requests of one blocked cook.
  helper({ port, flag }) {
    parentPort.on('message', async (ms) => {
      await request(port, ms);
      Atomics.store(flag, 0, 1);
      Atomics.notify(flag, 0);
    });
  },
  // Stands still until the answer is there.
  cook({ port }) {
    const flag = new Int32Array(new SharedArrayBuffer(4));
    const helper = hire({ role: 'helper', port, flag });
    parentPort.on('message', (ms) => {
      flag[0] = 0;
      helper.postMessage(ms);
      while (Atomics.load(flag, 0) === 0) Atomics.wait(flag, 0, 0);
      parentPort.postMessage('done');
    });
  },
};

function hire(task) {
  return new Worker(new URL(import.meta.url), { workerData: task });
}

// A free cook takes the next order; the others stand in line.
function queueFor(cooks) {
  const [line, free] = [[], [...cooks]];
  const next = () => {
    if (line.length === 0 || free.length === 0) return;
    const [{ ms, done }, cook] = [line.shift(), free.shift()];
    cook.once('message', () => {
      free.push(cook);
      done();
      next();
    });
    cook.postMessage(ms);
  };
  return (ms) =>
    new Promise((done) => {
      line.push({ ms, done });
      next();
    });
}

// The wait of half of the orders: from when each came until its answer was there.
async function halfOf(latencies, serve) {
  const begin = performance.now();
  const waits = latencies.map(async (ms, n) => {
    const due = begin + 3 * n;
    await wait(Math.max(0, due - performance.now()));
    await serve(ms);
    return performance.now() - due;
  });
  return (await Promise.all(waits)).sort((a, b) => a - b)[latencies.length >> 1];
}

async function compare() {
  const supplier = hire({ role: 'supplier' });
  const [port] = await once(supplier, 'message');
  const crew = (count) => Array.from({ length: count }, () => hire({ role: 'cook', port }));
  const crews = [crew(4), crew(8)];
  const ways = {
    'one async thread': (ms) => request(port, ms),
    '4 blocked threads': queueFor(crews[0]),
    '8 blocked threads': queueFor(crews[1]),
  };
  const prompt = Array.from({ length: 100 }, () => 5);
  // The seventh of every ten is slow.
  const slow = prompt.map((ms, n) => (n % 10 === 6 ? 110 : ms));
  const rounds = 3;
  for (const [name, latencies] of Object.entries({
    'every answer takes 5 ms': prompt,
    'one in ten takes 110 ms': slow,
  })) {
    const rows = Object.keys(ways).map((way) => [way, []]);
    for (let round = 0; round <= rounds; round++) {
      for (const [at, serve] of Object.values(ways).entries()) {
        const half = await halfOf(latencies, serve);
        // The first round only warms up.
        if (round > 0) rows[at][1].push(half);
      }
    }
    console.log(`Wait of half of 100 orders, ${name}, ${rounds} rounds`);
    table(rows);
  }
  process.exit(0);
}

if (isMainThread) await compare();
else roles[workerData.role](workerData);
