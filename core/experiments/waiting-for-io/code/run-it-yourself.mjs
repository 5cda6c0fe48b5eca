// Waiting for other things: 32 requests, so many under way at once, on one thread.
// Run it: node waiting-for-io.mjs
import http from 'node:http';
import { performance } from 'node:perf_hooks';

// Every way once in each round, in another order each time; the first round only warms up.
async function measured(ways, rounds) {
  const samples = new Map(Object.keys(ways).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    const names = Object.keys(ways);
    for (let turn = 0; turn < round; turn++) names.push(names.shift());
    for (const name of names) {
      const begin = performance.now();
      await ways[name]();
      if (round > 0) samples.get(name).push(performance.now() - begin);
    }
  }
  return samples;
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

const median = (samples) => [...samples].sort((a, b) => a - b)[(samples.length - 1) >> 1];

// A server of our own, which answers after 10 ms.
const server = http.createServer((_request, response) => setTimeout(() => response.end('eggs'), 10));
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const agent = new http.Agent({ keepAlive: true });
const options = { agent, host: '127.0.0.1', port: server.address().port };
const request = () =>
  new Promise((resolve, reject) => {
    http.get(options, (reply) => reply.on('end', resolve).resume()).on('error', reject);
  });

let underWay = 0;
let most = 0;
async function all(inFlight) {
  let left = 32;
  const goOn = async () => {
    while (left-- > 0) {
      most = Math.max(most, ++underWay);
      await request(); // meanwhile the thread is free for the others
      underWay--;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, goOn));
}

const counts = [1, 4, 16];
const samples = await measured(Object.fromEntries(counts.map((n) => [`${n} in flight`, () => all(n)])), 5);
console.log('32 requests that are answered after 10 ms, one thread, 5 rounds');
table([...samples]);
const gain = median(samples.get('1 in flight')) / median(samples.get('16 in flight'));
console.log(`16 in flight: ${gain.toFixed(1)}x faster than one after the other; most at once: ${most}`);
agent.destroy();
server.close();
