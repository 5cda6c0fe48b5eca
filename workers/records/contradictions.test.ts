import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { contradictionText } from '@core/words/contradiction';
import type { RunRecord } from '@core/record/record';
import { at, copyOf, first } from '@core/testing/contradictions/case';
import type { Base, Draft, Mutable } from '@core/testing/contradictions/case';
import { cellCases } from '@core/testing/contradictions/cell-cases';
import { frameCases } from '@core/testing/contradictions/frame-cases';
import { verdictCases } from '@core/testing/contradictions/verdict-cases';
import { syntheticAnswerRecord } from '@core/testing/synthetic-answer';
import { syntheticPythonRecord } from '@core/testing/synthetic-python';
import { syntheticUpdatesRecord } from '@core/testing/synthetic-updates';
import { syntheticRecord } from '@core/testing/synthetic-record';
import { hashOf } from './hash';
import { readRecord, UnusableRecord } from './read';
import { finishRecord } from './seal';

function fixture(name: string): Draft {
  const path = join(import.meta.dirname, '..', '..', 'fixtures', name);
  return unsealed(JSON.parse(gunzipSync(readFileSync(path)).toString('utf8')) as RunRecord);
}

/** A record without its hash, to be changed. */
function unsealed(record: RunRecord): Draft {
  const { hash, ...draft } = copyOf(record) as Mutable<RunRecord>;
  expect(hash).toHaveLength(64);
  return draft;
}

const synthetic = unsealed(finishRecord(unsealed(syntheticRecord({ rounds: 7 }))).record);
const bases: Readonly<Record<Base, Draft>> = {
  /** Format 2: two parts, threads and processes, hirings and trips. */
  synthetic,
  /** Format 2: a search of the Workbench. */
  search: unsealed(finishRecord(unsealed(syntheticAnswerRecord())).record),
  /** Format 2: interpreters of Python. */
  python: unsealed(finishRecord(unsealed(syntheticPythonRecord({ totalMs: () => 80 }))).record),
  /** Format 2: trials on a counter, and what was read and written. */
  lost: unsealed(finishRecord(unsealed(syntheticUpdatesRecord(2))).record),
  /** Format 2, of a real run. */
  noise: fixture('format-2/noise-floor.quick.json.gz'),
  /** Format 1, of a real run with levels and cells of three repetitions. */
  loop: fixture('format-1/sharing-the-loop.quick.json.gz'),
  async: fixture('format-1/async-is-not-parallel.quick.json.gz'),
  cancelled: fixture('format-1/eggs-and-toast.cancelled.json.gz'),
  failed: fixture('format-1/workbench.failed.json.gz'),
};
/** ASCII as UTF-16 has it, without its last zero. */
function wide(text: string): string {
  return Array.from(text).join('\0');
}

/** The text of a record after a change that knew how to seal it anew. */
function changed(base: Base, change: (draft: Draft) => void): string {
  const draft = copyOf(bases[base]);
  change(draft);
  return JSON.stringify({ ...draft, hash: hashOf(draft) });
}

/** What is said of a text: a code where it is read and contradicts itself, `refused` where it is no record. */
function saidOf(text: string): { readonly code: string; readonly words: string } {
  try {
    const { contradiction } = readRecord(text).analysis;
    return contradiction
      ? { code: contradiction.code, words: contradictionText(contradiction) }
      : { code: 'intact', words: '' };
  } catch (error) {
    if (!(error instanceof UnusableRecord)) throw error;
    return { code: error.problem.kind, words: error.message };
  }
}

/** What every sentence is: begun with a capital letter, its places filled, ended. */
const sentence = /^[A-Z][^{}]+\.$/;

type TooMany = readonly [name: string, base: Base, change: (draft: Draft) => void];

const all = [...verdictCases, ...cellCases, ...frameCases];

describe('M1 a record that contradicts itself, sealed anew', () => {
  it('is tried in at least 72 ways', () => {
    expect(all.length).toBeGreaterThanOrEqual(100);
    expect(new Set(all.map(([name]) => name)).size).toBe(all.length);
  });

  for (const [name, base, change, code, words = sentence] of all)
    it(`${name} (${base})`, () => {
      const said = saidOf(changed(base, change));
      expect(said).toMatchObject({ code });
      expect(said.words).toMatch(words);
      expect(said.words).toMatch(sentence);
    });
});

describe('what is honest', () => {
  it.each(Object.keys(bases) as Base[])('%s is intact', (base) => {
    expect(saidOf(changed(base, () => undefined))).toEqual({ code: 'intact', words: '' });
  });

  // With the 43 files of both formats (fixtures.test.ts) and those above, more than 100.
  const seeds = Array.from({ length: 54 }, (_, index) => index + 1);
  it.each(seeds)('a synthetic record of seed %i, whole or cancelled somewhere', (seed) => {
    const options = { seed, rounds: 3 + (seed % 4), cores: 1 + (seed % 5), noise: 0.001 * (seed % 40) };
    const record = unsealed(syntheticRecord({ ...options, parameters: seed % 3 === 0 ? { eggsMs: 12 } : {} }));
    const cells = record.cells.slice(0, Math.floor((record.cells.length * seed) / 55));
    const run = seed % 2 === 0 ? record : { ...record, cells, outcome: { status: 'cancelled' } as const };
    expect(finishRecord(run).analysis.contradiction).toBeUndefined();
  });

  it('a run that failed because checksums differ', () => {
    const text = changed('noise', (r) => {
      first(at(r.cells, -1).tasks).checksum = 1;
      r.outcome = { status: 'failed', reason: 'checksums-differ', message: 'knead returned 1.' };
      Object.assign(r, { verdicts: finishRecord(r as never).record.verdicts });
    });
    expect(saidOf(text)).toMatchObject({ code: 'intact' });
  });

  it('CPU time within the tolerance of its clock', () => {
    const text = changed('noise', (r) => {
      const cell = at(r.cells, 20);
      first(cell.workers).cpuNs = Math.round((cell.endNs - cell.startNs) * 1.2 + 20e6);
    });
    expect(saidOf(text)).toMatchObject({ code: 'intact' });
  });
});

describe('B10, B36, B37 the text of a record', () => {
  const honest = changed('noise', () => undefined);

  it.each([
    ['a key twice', honest.replace('{', '{"verdicts":[],"cells":"ALL FAKE",'), /the key "(cells|verdicts)" twice/],
    ['a key twice, once with an escape', honest.replace('{', '{"\\u0063ells":"ALL FAKE",'), /the key "cells" twice/],
    ['a key twice deep inside', honest.replace('"index":3,', '"index":3,"index":3,'), /the key "index" twice/],
    ['__proto__', honest.replace('{', '{"__proto__":{"title":"x"},'), /the key "__proto__", which no record has/],
    ['__proto__ with an escape', honest.replace('{', '{"\\u005f_proto__":1,'), /the key "__proto__"/],
    [
      'constructor among numbers',
      honest.replace('"parameters":{', '"parameters":{"constructor":1,').replace(',}', '}'),
      /the key "constructor"/,
    ],
    ['UTF-16 as read', `\uFFFD\uFFFD${wide('{"schema":2}')}\0`, /UTF-16.*"--json FILE"/],
    ['UTF-16 without mark', `${wide('{"schema":2}')}\0`, /UTF-16/],
    ['zeros', '\0'.repeat(5000), /zeros instead of text/],
    ['half a file', honest.slice(0, 5000), /not complete JSON/],
  ] as const)('B10 B37 %s is named', (_name, text, words) => {
    expect(saidOf(text)).toMatchObject({ code: 'not-json', words: expect.stringMatching(words) as string });
  });

  it('B37 a byte order mark is passed over', () => {
    expect(saidOf(`\uFEFF${honest}`)).toMatchObject({ code: 'intact' });
  });

  it('B10 a changed title is no contradiction, and a key may stand in two objects', () => {
    const record = JSON.parse(honest) as RunRecord;
    expect(saidOf(JSON.stringify({ ...record, title: 'Mine' }, null, 2))).toMatchObject({ code: 'intact' });
  });

  const tooMany: readonly TooMany[] = [
    ...[1e5, 1e7, Number.MAX_SAFE_INTEGER].flatMap((cores): TooMany[] => [
      [`${cores} cores, format 2`, 'noise', (r) => void (r.plan.cores = cores)],
      [`${cores} cores, format 1`, 'async', (r) => void (r.plan.cores = cores)],
      [`${cores} cores, many-cooks`, 'async', (r) => void Object.assign(r.plan, { experiment: 'many-cooks', cores })],
      [`${cores} cores of the machine`, 'synthetic', (r) => void (r.environment.availableParallelism = cores)],
    ]),
    ['1e7 rounds', 'noise', (r) => void (r.plan.rounds = 1e7)],
    ['1e12 tasks', 'synthetic', (r) => void (r.plan.parameters['eggsMs'] = 1e12)],
    ['1e9 workers on the Workbench', 'failed', (r) => void Object.assign(r.plan.workbench ?? {}, { workers: [1e9] })],
    ['a round 1e12', 'noise', (r) => void (at(r.cells, 3).round = 1e12)],
    ['1e6 resamples', 'synthetic', (r) => void (r.rules.interval.resamples = 1e6)],
    ['a pool of 1e9 threads', 'noise', (r) => void (first(first(r.definition.conditions).seats).poolSize = 1e9)],
  ];

  it.each(tooMany)('B36 %s is refused at once', (_name, base, change) => {
    const text = changed(base, change);
    const began = performance.now();
    expect(saidOf(text)).toMatchObject({
      code: 'schema',
      words: expect.stringContaining('is not a run record: at ') as string,
    });
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
