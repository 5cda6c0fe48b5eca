// Noise floor: the same lines under two names. Whatever differs is noise.
// Run it: node noise-floor.mjs
import { performance } from 'node:perf_hooks';

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

const iterations = iterationsFor(30);
const same = () => knead(iterations, 1);
const samples = await measured({ 'first name': same, 'second name': same }, 15);

console.log('The same computation of about 30 ms under two names, 15 rounds');
table([...samples]);
const percent = Math.abs(median(samples.get('first name')) / median(samples.get('second name')) - 1) * 100;
console.log(`The medians are ${percent.toFixed(2)} % apart, and nothing differs but the name.`);
