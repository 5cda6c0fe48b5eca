import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { runFile } from '@core/code/run-files';
import { catalogue } from '@core/experiments/catalogue';
import type { Block } from '@core/words/blocks';
import { inShort } from '@core/words/in-short';
import { namesOf } from '@core/words/names';
import { readRecord } from '../records/read';

const execute = promisify(execFile);

/** A row of a table that a file prints. */
interface Row {
  readonly name: string;
  readonly median: number;
  readonly smallest: number;
  readonly largest: number;
  readonly n: number;
}

/** Saves the file where nothing else is, as a person does, and runs it with plain Node. */
async function printed(id: string): Promise<{ readonly text: string; readonly tables: readonly (readonly Row[])[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'lab-run-it-'));
  try {
    await writeFile(join(folder, `${id}.mjs`), runFile(id) ?? '');
    const { stdout, stderr } = await execute(process.execPath, [`${id}.mjs`], { cwd: folder, timeout: 30_000 });
    expect(stderr).toBe('');
    expect(await readdir(folder), 'nothing is left behind').toEqual([`${id}.mjs`]);
    return { text: stdout, tables: tablesIn(stdout) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function tablesIn(text: string): readonly (readonly Row[])[] {
  const tables: Row[][] = [];
  for (const line of text.split('\n')) {
    if (/^ *median (?:ms|us|kB|%)\s+smallest +largest +n$/.test(line)) tables.push([]);
    const row = /^(.*?) {2,}([\d.]+) {2,}([\d.]+) {2,}([\d.]+) +(\d+)$/.exec(line);
    if (!row) continue;
    const [, name = '', ...figures] = row;
    const [median = NaN, smallest = NaN, largest = NaN, n = NaN] = figures.map(Number);
    tables.at(-1)?.push({ name, median, smallest, largest, n });
  }
  return tables;
}

/** Medians of one table by the names of its rows. */
function medians(rows: readonly Row[] | undefined): (name: string) => number {
  return (name) => {
    const row = rows?.find((one) => one.name === name);
    if (!row) throw new Error(`no row ${name} among ${rows?.map((one) => one.name).join(', ') ?? 'none'}`);
    return row.median;
  };
}

const hasTwoCores = availableParallelism() > 1;
/** What must come out wherever it runs: orders and wide bounds. */
const directions: Readonly<Record<string, (tables: readonly (readonly Row[])[]) => void>> = {
  'noise-floor': ([rows]) => {
    const of = medians(rows);
    expect(of('first name') / of('second name')).toBeGreaterThan(0.5);
    expect(of('first name') / of('second name')).toBeLessThan(2);
  },
  'eggs-and-toast': ([rows]) => {
    const of = medians(rows);
    expect(of('sync')).toBeGreaterThan(250);
    expect(of('async')).toBeLessThan(0.85 * of('sync'));
    expect(of('threads')).toBeLessThan(0.85 * of('sync'));
  },
  'waiting-for-io': ([rows]) => {
    const of = medians(rows);
    expect(of('1 in flight')).toBeGreaterThan(2 * of('4 in flight'));
    expect(of('4 in flight')).toBeGreaterThan(1.2 * of('16 in flight'));
  },
  'thousand-waits': ([late, memory]) => {
    const of = medians(late);
    for (const held of ['one more task blocks', 'each blocks']) {
      expect(of(held)).toBeGreaterThan(60);
      expect(of('all awaited')).toBeLessThan(0.6 * of(held));
    }
    const kilobytes = medians(memory);
    expect(kilobytes('8 blocked threads')).toBeGreaterThan(10 * kilobytes('1,000 connections, one thread'));
  },
  'slow-supplier': ([prompt, slow]) => {
    const calm = medians(prompt);
    expect(calm('4 blocked threads')).toBeLessThan(3 * calm('one async thread'));
    const of = medians(slow);
    expect(of('4 blocked threads')).toBeGreaterThan(2 * of('one async thread'));
    expect(of('8 blocked threads')).toBeLessThan(0.7 * of('4 blocked threads'));
  },
  'python-gil': ([computed, waited]) => {
    const of = medians(computed);
    expect(of('2 threads, one lock')).toBeGreaterThan(0.85 * of('one thread'));
    if (hasTwoCores) expect(of('2 threads, no lock')).toBeLessThan(0.85 * of('one thread'));
    const waits = medians(waited);
    expect(waits('8 threads, one lock')).toBeLessThan(0.4 * waits('one thread'));
  },
  'hidden-helpers': ([rows]) => {
    const of = medians(rows);
    if (hasTwoCores) expect(of('pool of 4')).toBeLessThan(0.85 * of('pool of 1'));
  },
  'async-is-not-parallel': ([rows]) => {
    const of = medians(rows);
    expect(of('Promise.all')).toBeGreaterThan(0.75 * of('loop'));
    if (hasTwoCores) expect(of('2 threads')).toBeLessThan(0.85 * of('loop'));
  },
  'freeze-the-window': ([rows]) => {
    const of = medians(rows);
    for (const held of ['on this loop', 'async, on this loop']) {
      expect(of(held)).toBeGreaterThan(150);
      for (const free of ['in a thread', 'in a process']) expect(of(free)).toBeLessThan(0.6 * of(held));
    }
  },
  'blocked-is-not-busy': ([cpu, loop]) => {
    const of = medians(cpu);
    expect(of('computing')).toBeGreaterThan(3 * of('sync wait'));
    expect(of('computing')).toBeGreaterThan(3 * of('async wait'));
    const occupied = medians(loop);
    expect(occupied('sync wait')).toBeGreaterThan(50);
    expect(occupied('computing')).toBeGreaterThan(50);
    expect(occupied('async wait')).toBeLessThan(50);
  },
  'sharing-the-loop': ([late, took]) => {
    const of = medians(late);
    for (const starved of ['never', 'await a promise', 'nextTick']) {
      for (const served of ['setImmediate', 'setTimeout 0', 'a worker']) {
        expect(of(starved), `${starved} and ${served}`).toBeGreaterThan(2 * of(served));
      }
    }
    expect(medians(took)('setTimeout 0')).toBeGreaterThan(medians(took)('never'));
  },
  'many-cooks': ([rows]) => {
    const of = medians(rows);
    if (hasTwoCores) expect(of('2 threads')).toBeLessThan(0.85 * of('1 thread'));
  },
  'threads-or-processes': ([hiring, work]) => {
    expect(medians(hiring)('a process')).toBeGreaterThan(medians(hiring)('a thread'));
    const of = medians(work);
    if (hasTwoCores) expect(of('2 threads')).toBeLessThan(0.85 * of('alone'));
    if (hasTwoCores) expect(of('2 processes')).toBeLessThan(0.85 * of('alone'));
  },
  'break-even': (tables) => {
    expect(tables).toHaveLength(5);
    const [smallest, largest] = [medians(tables[0]), medians(tables[4])];
    expect(smallest('hand it out')).toBeGreaterThan(smallest('do it yourself'));
    expect(smallest('hire for it')).toBeGreaterThan(smallest('hand it out'));
    if (hasTwoCores) expect(largest('hand it out')).toBeLessThan(0.85 * largest('do it yourself'));
  },
  'passing-data': ([rows]) => {
    const of = medians(rows);
    expect(of('copied')).toBeGreaterThan(2 * of('moved'));
    expect(of('copied')).toBeGreaterThan(2 * of('shared'));
    expect(of('to a process')).toBeGreaterThan(of('moved'));
  },
  'shared-stove': ([locks, dinners]) => {
    const took = medians(locks);
    if (hasTwoCores) expect(took('a lock for each')).toBeLessThan(0.9 * took('one lock'));
    const stuck = medians(dinners);
    expect(stuck('lower fork first')).toBe(0);
    if (hasTwoCores) expect(stuck('left fork first')).toBeGreaterThan(0);
  },
  'when-a-cook-fails': ([rows]) => {
    const of = medians(rows);
    for (const way of ['throw', 'reject', 'exit', 'loop']) {
      expect(of(`${way}, same loop`)).toBe(way === 'throw' ? 0 : 100);
      expect([of(`${way}, thread`), of(`${way}, process`)]).toEqual([0, 0]);
    }
  },
  'four-scenarios': ([computing, waiting]) => {
    const compute = medians(computing);
    expect(compute('one thread, async')).toBeGreaterThan(0.75 * compute('one thread, sync'));
    if (hasTwoCores) expect(compute('2 threads, sync')).toBeLessThan(0.85 * compute('one thread, sync'));
    const wait = medians(waiting);
    expect(wait('one thread, sync')).toBeGreaterThan(2 * wait('one thread, async'));
    expect(wait('2 threads, sync')).toBeGreaterThan(1.3 * wait('2 threads, async'));
  },
  'possible-and-observed': ([shares]) => {
    const row = (name: string) => shares?.find((one) => one.name === name);
    expect(row('with a lock')?.largest).toBe(0);
    if (hasTwoCores) expect(row('without a lock')?.largest).toBeGreaterThan(0);
    expect(row('without a lock')?.smallest).toBeLessThan(100);
  },
  'lost-updates': ([lost]) => {
    const of = medians(lost);
    expect(of('one thread, await inside')).toBe(50);
    for (const right of ['threads, Atomics', 'threads, mutex', 'one thread, one step']) {
      expect(lost?.find(({ name }) => name === right)?.largest, right).toBe(0);
    }
    const largest = lost?.find(({ name }) => name === 'threads, unprotected')?.largest;
    if (hasTwoCores) expect(largest).toBeGreaterThan(0);
  },
};

/** `RUN_IT_RESULTS=FILE` writes down what was printed, beside what the lab says of its sample. */
const resultsFile = process.env['RUN_IT_RESULTS'];
const outputs = new Map<string, string>();
afterAll(async () => {
  if (resultsFile === undefined) return;
  const head = `# What the files for plain Node print, beside what the lab says

${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.version}. The lab's sentences are
those of the quick runs in \`samples\`, in short. Made by
\`RUN_FILES=1 RUN_IT_RESULTS=docs/results/run-it-yourself.md npx vitest run workers/experiments/run-it-yourself.test.ts\`.
`;
  const parts = [...outputs].map(
    ([id, text]) => `## ${id}\n\n\`\`\`text\n${text.trim()}\n\`\`\`\n\n${sentencesOf(id)}\n`,
  );
  await writeFile(resultsFile, [head, ...parts].join('\n'));
});

/** The lab's own sentences about its sample. */
function sentencesOf(id: string): string {
  try {
    const text = gunzipSync(readFileSync(`samples/${id}.json.gz`)).toString('utf8');
    const { record, analysis } = readRecord(text);
    const names = namesOf(id);
    const parts = inShort({ record, analysis, experiment: record.definition, names }).find(
      ({ kind }) => kind === 'columns',
    );
    const textsOf = (block: Block): readonly string[] => {
      if (block.kind === 'columns') return block.columns.flat().flatMap(textsOf);
      if (block.kind !== 'sentences') return [];
      return block.items.map(({ text: said, mark }) => `- ${said}${mark ? ` (${mark.words})` : ''}`);
    };
    return parts ? textsOf(parts).join('\n') : '';
  } catch {
    return 'There is no sample of it.';
  }
}

describe('the file with which a person sees the effect without the lab', () => {
  // Again where something else had the cores: what a file shows needs two of them.
  it.each(catalogue.map(({ id }) => id))('%s: shows it, with units and n', { retry: 2 }, async (id) => {
    const { text, tables } = await printed(id);
    outputs.set(id, text);
    expect(tables.length, text).toBeGreaterThan(0);
    expect(text).toMatch(/\b\d+ rounds$/m);
    for (const { median, smallest, largest, n } of tables.flat()) {
      expect(smallest).toBeLessThanOrEqual(median);
      expect(median).toBeLessThanOrEqual(largest);
      expect(n).toBeGreaterThanOrEqual(3);
    }
    directions[id]?.(tables);
  });

  it('is there, and held to its effect, for every guided experiment', () => {
    expect(Object.keys(directions).sort()).toEqual(catalogue.map(({ id }) => id).sort());
    for (const { id } of catalogue) expect(runFile(id)).toContain(`// Run it: node ${id}.mjs`);
    expect(runFile('workbench')).toBeUndefined();
  });
});
