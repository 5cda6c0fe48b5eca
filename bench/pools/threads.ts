// Measures all thread pools in one program: each is started once, warmed, and idle while the others are measured.
// Started with the number of blocks and the seed of their order; prints the values as JSON.
import { join } from 'node:path';
import { createRandom, shuffled } from '@core/statistics/random';
import { entrants } from './contenders';
import type { Contender, Entrant } from './contenders';
import { ended, measures, numbers, rest } from './measures';
import { workers } from './tasks';
import type { Block, PoolsResult } from './types';

const [blocks = 0, seed = 0] = process.argv.slice(2).map(Number);
const warmTasks = 3_000;
const warmIterations = 20_000;

function script(name: string): string {
  return join(import.meta.dirname, `${name}.mjs`);
}

async function started(entrant: Entrant): Promise<readonly [Entrant, Contender]> {
  const contender = await entrant.start(script);
  await Promise.all(numbers(warmTasks).map((n) => contender.run(n)));
  await Promise.all(numbers(warmTasks / 10).map(() => contender.run({ iterations: warmIterations })));
  return [entrant, contender];
}

async function main(): Promise<PoolsResult> {
  const random = createRandom(seed);
  const all = measures();
  const field: (readonly [Entrant, Contender])[] = [];
  for (const entrant of entrants) field.push(await started(entrant));
  const done: Block[] = [];
  // Block 0 lets the compiler optimise and is left out.
  for (let block = 0; block <= blocks; block++) {
    const values: Record<string, Record<string, number>> = {};
    for (const measure of shuffled(all, random)) {
      const row: Record<string, number> = {};
      for (const [{ name }, contender] of shuffled(field, random)) {
        await rest();
        row[name] = await measure.take(contender);
      }
      values[measure.name] = row;
    }
    if (block > 0) done.push(values);
  }
  for (const [, contender] of field) await ended(contender);
  return {
    runtime: process.version,
    workers,
    measures: all.map(({ name, unit }) => ({ name, unit })),
    entrants: entrants.map(({ name, kind, settings }) => ({ name, kind, settings })),
    blocks: done,
  };
}

console.log(JSON.stringify(await main()));
// Some libraries keep a timer; everything that was started has been ended.
process.exit(0);
