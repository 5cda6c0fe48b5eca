import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { contradictionText } from '@core/words/contradiction';
import type { ContradictionCode } from '@core/verify/contradiction';
import type { CellRecord } from '@core/record/events';
import type { RunRecord } from '@core/record/record';
import { syntheticRecord } from '@core/testing/synthetic-record';
import { hashOf } from './hash';
import { readRecord, UnusableRecord } from './read';
import { finishRecord } from './seal';

type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;
type Draft = Mutable<Omit<RunRecord, 'hash'>>;

function fixture(name: string): Draft {
  const path = join(import.meta.dirname, '..', '..', 'fixtures', name);
  const { hash: _, ...record } = JSON.parse(gunzipSync(readFileSync(path)).toString('utf8')) as Mutable<RunRecord>;
  return record;
}

const { hash: _hash, ...unsealed } = syntheticRecord({ rounds: 7 });
const { hash: _sealed, ...synthetic } = finishRecord(unsealed).record as Mutable<RunRecord>;
const bases = {
  /** Format 2: two parts, threads and processes, hirings and trips. */
  synthetic,
  /** Format 2, of a real run. */
  noise: fixture('format-2/noise-floor.quick.json.gz'),
  /** Format 1, of a real run with levels and cells of three repetitions. */
  loop: fixture('format-1/sharing-the-loop.quick.json.gz'),
  async: fixture('format-1/async-is-not-parallel.quick.json.gz'),
  cancelled: fixture('format-1/eggs-and-toast.cancelled.json.gz'),
  failed: fixture('format-1/workbench.failed.json.gz'),
};
type Base = keyof typeof bases;

/** The text of a record after a change that knew how to seal it anew. */
function changed(base: Base, change: (draft: Draft) => void): string {
  const draft = structuredClone(bases[base]) as Draft;
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

function first<T>(list: readonly T[] | undefined, wanted: (one: T) => boolean = () => true): T {
  const found = list?.find(wanted);
  if (found === undefined) throw new Error('The base of this case has no such thing.');
  return found;
}

function at<T>(list: readonly T[], index: number): T {
  const found = list.at(index);
  if (found === undefined) throw new Error('The base of this case is too short.');
  return found;
}

/** A worker's part of a cell with at least two spans. */
function spansIn(draft: Draft): Mutable<CellRecord['workers'][number]> {
  return first(at(draft.cells, 20).workers, ({ spans }) => spans.length > 1);
}

function swap<T>(list: T[], a: number, b: number): void {
  [list[a], list[b]] = [at(list, b), at(list, a)];
}

const measured = ({ ratio }: Draft['verdicts'][number]): boolean => ratio !== null;

type Case = readonly [
  name: string,
  base: Base,
  change: (draft: Draft) => void,
  code: ContradictionCode,
  words?: RegExp,
];

const verdictCases: readonly Case[] = [
  [
    'a verdict turned round',
    'synthetic',
    (r) => void (first(r.verdicts, ({ verdict }) => verdict === 'faster').verdict = 'slower'),
    'verdict-word',
    /stored as slower; the executions give faster/,
  ],
  [
    'a verdict turned to undecided',
    'synthetic',
    (r) => void (first(r.verdicts, measured).verdict = 'undecided'),
    'verdict-word',
  ],
  [
    'a verdict taken away',
    'noise',
    (r) => void (first(r.verdicts, measured).verdict = null),
    'verdict-word',
    /stored as none/,
  ],
  [
    'a finding turned round',
    'synthetic',
    (r) => void (first(r.verdicts, ({ finding }) => finding === 'as-expected').finding = 'opposite'),
    'verdict-finding',
  ],
  [
    'another expectation',
    'synthetic',
    (r) => void (first(r.verdicts, ({ expect: e }) => e === 'faster').expect = 'not-faster'),
    'verdict-finding',
  ],
  [
    'a ratio moved within its interval',
    'synthetic',
    (r) => {
      const { ratio } = first(r.verdicts, (v) => v.ratio !== null && v.ratio.low < v.ratio.estimate);
      if (ratio) ratio.estimate = (ratio.estimate + ratio.low) / 2;
    },
    'verdict-ratio',
  ],
  [
    'a ratio halved',
    'async',
    (r) => {
      const { ratio } = first(r.verdicts, measured);
      if (ratio) for (const key of ['low', 'estimate', 'high'] as const) ratio[key] /= 2;
    },
    'verdict-ratio',
  ],
  [
    'a narrower interval',
    'noise',
    (r) => {
      const { ratio } = first(r.verdicts, measured);
      if (ratio) ratio.low = ratio.high = ratio.estimate;
    },
    'verdict-ratio',
  ],
  [
    'low above high',
    'synthetic',
    (r) => {
      const { ratio } = first(r.verdicts, measured);
      if (ratio) [ratio.low, ratio.high] = [ratio.high + 0.1, ratio.low];
    },
    'verdict-bounds',
    /outside its own interval/,
  ],
  [
    'a ratio outside its interval',
    'loop',
    (r) => {
      const { ratio } = first(r.verdicts, measured);
      if (ratio) ratio.estimate = ratio.high * 2;
    },
    'verdict-bounds',
  ],
  ['a ratio taken away', 'synthetic', (r) => void (first(r.verdicts, measured).ratio = null), 'verdict-ratio'],
  [
    'a lower noise floor',
    'async',
    (r) => void (first(r.verdicts, ({ floor }) => floor !== null).floor = 1),
    'verdict-floor',
  ],
  [
    'no noise floor',
    'noise',
    (r) => void (first(r.verdicts, ({ floor }) => floor !== null).floor = null),
    'verdict-floor',
  ],
  [
    'n of a verdict wrong',
    'synthetic',
    (r) => void (first(r.verdicts).rounds += 1),
    'verdict-rounds',
    /stored with 8 rounds; the executions give 7/,
  ],
  ['n of a verdict zero', 'noise', (r) => void (first(r.verdicts).rounds = 0), 'verdict-rounds'],
  ['all verdicts gone', 'synthetic', (r) => void (r.verdicts = []), 'verdict-missing'],
  ['the last verdict gone', 'async', (r) => void r.verdicts.pop(), 'verdict-missing'],
  [
    'a verdict doubled',
    'synthetic',
    (r) => void r.verdicts.push(structuredClone(first(r.verdicts))),
    'verdict-doubled',
  ],
  ['all verdicts doubled', 'noise', (r) => void r.verdicts.push(...structuredClone(r.verdicts)), 'verdict-doubled'],
  [
    'a verdict of an unknown part',
    'synthetic',
    (r) => void (first(r.verdicts).part = 'dessert'),
    'verdict-unknown',
    /which nobody asks for/,
  ],
  [
    'a verdict on an unknown condition',
    'loop',
    (r) => void (first(r.verdicts).condition = 'nobody'),
    'verdict-unknown',
  ],
  [
    'a verdict the other way round',
    'synthetic',
    (r) => {
      const one = first(r.verdicts, ({ expect: e }) => e === 'faster');
      [one.condition, one.baseline] = [one.baseline, one.condition];
    },
    'verdict-unknown',
  ],
  [
    'a level turned round',
    'loop',
    (r) => {
      const one = first(r.levels, ({ verdict }) => verdict !== null && verdict !== 'undecided');
      one.verdict = one.verdict === 'above' ? 'below' : 'above';
    },
    'level-word',
  ],
  [
    'a level with another value',
    'loop',
    (r) => {
      const { value } = first(r.levels, (one) => one.value !== null);
      if (value) for (const key of ['low', 'estimate', 'high'] as const) value[key] += 1;
    },
    'level-value',
  ],
  ['a level with another threshold', 'loop', (r) => void (first(r.levels).threshold *= 2), 'level-threshold'],
  [
    'a level with low above high',
    'loop',
    (r) => {
      const { value } = first(r.levels, (one) => one.value !== null);
      if (value) value.low = value.high + 1;
    },
    'level-bounds',
  ],
  ['n of a level wrong', 'loop', (r) => void (first(r.levels).rounds = 70), 'level-rounds'],
  ['levels gone', 'loop', (r) => void (r.levels = []), 'level-missing'],
  ['a level doubled', 'loop', (r) => void r.levels?.push(structuredClone(first(r.levels))), 'level-doubled'],
  [
    'a level nobody asked for',
    'synthetic',
    (r) => void (r.levels = [{ ...first(bases.loop.levels), part: 'doughs', condition: 'sync' }]),
    'level-unknown',
  ],
];

const cellCases: readonly Case[] = [
  ['cells reversed', 'synthetic', (r) => void r.cells.reverse(), 'cell-index'],
  [
    'cells reversed and counted anew',
    'noise',
    (r) => {
      r.cells.reverse();
      for (const [index, cell] of r.cells.entries()) cell.index = index;
    },
    'cell-order',
    /is not in the stored order/,
  ],
  ['two cells swapped', 'async', (r) => void swap(r.cells, 3, 9), 'cell-index'],
  ['a cell doubled', 'synthetic', (r) => void r.cells.splice(11, 0, structuredClone(at(r.cells, 10))), 'cell-index'],
  [
    'all cells doubled',
    'noise',
    (r) => {
      r.cells.push(...structuredClone(r.cells));
      for (const [index, cell] of r.cells.entries()) cell.index = index;
    },
    'cells-too-many',
  ],
  [
    'completed without cells',
    'synthetic',
    (r) => void (r.cells = []),
    'cells-missing',
    /said to have completed, but only 0 of/,
  ],
  ['completed without the last cell', 'async', (r) => void r.cells.pop(), 'cells-missing'],
  [
    'completed without the last round',
    'noise',
    (r) => void (r.cells = r.cells.filter(({ round }) => round < 7)),
    'cells-missing',
  ],
  [
    'a cancelled run said to have completed',
    'cancelled',
    (r) => void (r.outcome = { status: 'completed' }),
    'cells-missing',
  ],
  ['a failed run said to have completed', 'failed', (r) => void (r.outcome = { status: 'completed' }), 'cells-missing'],
  [
    'a cell of an unknown part',
    'synthetic',
    (r) => void (at(r.cells, 5).part = 'dessert'),
    'cell-unknown-part',
    /Execution 5 is of the part dessert/,
  ],
  [
    'a cell of an unknown condition',
    'loop',
    (r) => void (at(r.cells, 5).condition = 'nobody'),
    'cell-unknown-condition',
  ],
  [
    'a cell of another condition',
    'synthetic',
    (r) => {
      const cell = at(r.cells, 30);
      cell.condition = cell.condition === 'sync' ? 'async' : 'sync';
    },
    'cell-order',
  ],
  ['a cell of another round', 'noise', (r) => void (at(r.cells, 20).round += 1), 'cell-order'],
  [
    'a repetition twice',
    'async',
    (r) => void (first(r.cells, ({ repetition }) => repetition === 1).repetition = 0),
    'cell-repetition',
  ],
  ['a gap in the numbering', 'loop', (r) => void (at(r.cells, 7).index = 8), 'cell-index'],
  [
    'a cell that ends before it begins',
    'synthetic',
    (r) => {
      const cell = at(r.cells, 9);
      [cell.startNs, cell.endNs] = [cell.endNs, cell.startNs];
    },
    'cell-times',
  ],
  ['cells that overlap', 'noise', (r) => void (at(r.cells, 9).startNs = at(r.cells, 8).endNs - 1), 'cell-overlaps'],
  [
    'spans that overlap',
    'synthetic',
    (r) => void (at(spansIn(r).spans, 1).startNs -= 1000),
    'span-overlap',
    /Round \d+, part .+, condition .+, worker .+: the span .+ begins before the one before it ends/,
  ],
  [
    'a gap between spans',
    'loop',
    (r) => void (at(spansIn(r).spans, 1).startNs += 1),
    'span-gap',
    /there is a gap beside the span/,
  ],
  ['a last span that ends early', 'noise', (r) => void (at(spansIn(r).spans, -1).endNs -= 1), 'span-gap'],
  ['spans reversed', 'synthetic', (r) => void spansIn(r).spans.reverse(), 'span-gap'],
  [
    'spans doubled',
    'async',
    (r) => {
      const one = spansIn(r);
      one.spans.push(...structuredClone(one.spans));
    },
    'span-overlap',
  ],
  ['no spans', 'synthetic', (r) => void (spansIn(r).spans = []), 'spans-none'],
  ['a span before its cell', 'loop', (r) => void (at(spansIn(r).spans, 0).startNs -= 10), 'span-outside'],
  ['a span after its cell', 'async', (r) => void (at(spansIn(r).spans, -1).endNs += 10), 'span-outside'],
  [
    'a span that runs backwards',
    'synthetic',
    (r) => {
      const span = at(spansIn(r).spans, 1);
      [span.startNs, span.endNs] = [span.endNs, span.startNs];
    },
    'span-negative',
  ],
  [
    'a span of a task that is not there',
    'synthetic',
    (r) => void (first(spansIn(r).spans).task = 'dishes'),
    'span-task',
  ],
  [
    'CPU time above wall time',
    'synthetic',
    (r) => void (spansIn(r).cpuNs = 60e9),
    'cpu-above-wall',
    /60000 ms of CPU time do not fit/,
  ],
  [
    'twice the CPU time in a long cell',
    'noise',
    (r) => {
      const cell = at(r.cells, 20);
      first(cell.workers).cpuNs = 2 * (cell.endNs - cell.startNs);
    },
    'cpu-above-wall',
  ],
  [
    'a worker that does not exist',
    'synthetic',
    (r) => void (spansIn(r).worker = 'threads/cook-9'),
    'cell-worker-unknown',
  ],
  [
    'a worker of another condition',
    'synthetic',
    (r) => void (first(first(r.cells, ({ condition }) => condition === 'threads').workers).worker = 'processes/cook-1'),
    'cell-worker-unknown',
  ],
  [
    'a worker twice in a cell',
    'synthetic',
    (r) => {
      const { workers } = first(r.cells, ({ condition }) => condition === 'threads');
      workers[1] = structuredClone(at(workers, 0));
    },
    'cell-worker-doubled',
  ],
  [
    'a worker less in a cell',
    'synthetic',
    (r) => void first(r.cells, ({ condition }) => condition === 'threads').workers.pop(),
    'cell-workers',
  ],
  [
    'an ending that the part does not allow',
    'noise',
    (r) => void (at(r.cells, 4).outcome = { status: 'deadlocked', reason: '' }),
    'cell-outcome',
  ],
  [
    'lost tasks in a completed cell',
    'synthetic',
    (r) => void (at(r.cells, 4).lost = [{ task: 'eggs-2', worker: null, outcome: 'worker-lost', knownNs: 1 }]),
    'cell-outcome',
  ],
  [
    'a checksum that differs',
    'noise',
    (r) => {
      const task = first(at(r.cells, 20).tasks);
      task.checksum = (task.checksum ?? 0) + 1;
    },
    'checksums-differ',
    /returned something else than before/,
  ],
  [
    'checksums of one condition that differ',
    'async',
    (r) => {
      const { condition } = at(r.cells, 0);
      for (const cell of r.cells) if (cell.condition === condition) for (const task of cell.tasks) task.checksum = 77;
    },
    'checksums-differ',
  ],
  [
    'a task twice',
    'synthetic',
    (r) => {
      const { tasks } = at(r.cells, 20);
      tasks.push(structuredClone(first(tasks)));
    },
    'task-doubled',
  ],
  ['a task less', 'async', (r) => void at(r.cells, 20).tasks.pop(), 'span-task'],
  [
    'a task renamed',
    'loop',
    (r) => {
      const cell = at(r.cells, 20);
      const { task } = first(cell.tasks);
      for (const one of cell.tasks) if (one.task === task) one.task = 'renamed';
      for (const { spans } of cell.workers) for (const span of spans) if (span.task === task) span.task = 'renamed';
    },
    'tasks-differ',
  ],
  [
    'a task served before it began',
    'synthetic',
    (r) => {
      const task = first(at(r.cells, 20).tasks);
      [task.startNs, task.servedNs] = [task.servedNs, task.startNs];
    },
    'task-times',
  ],
  [
    'a task served after its cell',
    'noise',
    (r) => {
      const cell = at(r.cells, 20);
      first(cell.tasks).servedNs = cell.endNs + 1;
    },
    'task-outside',
  ],
  [
    'a task of a worker that did not take part',
    'synthetic',
    (r) => void (first(at(r.cells, 20).tasks).worker = 'nobody/here'),
    'task-worker',
  ],
  [
    'fewer iterations in one condition',
    'synthetic',
    (r) => void (first(at(r.cells, 20).tasks).iterations -= 1),
    'iterations-differ',
  ],
  ['a wrong count of messages', 'synthetic', (r) => void (at(r.cells, 30).messages += 2), 'messages-differ'],
];

const frameCases: readonly Case[] = [
  [
    "another experiment's id in the plan",
    'synthetic',
    (r) => void (r.plan.experiment = 'noise-floor'),
    'experiment-differs',
    /plan is of the experiment noise-floor/,
  ],
  [
    "another experiment's id in the definition",
    'noise',
    (r) => void (r.definition.id = 'many-cooks'),
    'experiment-differs',
  ],
  [
    "another experiment's id in format 1",
    'async',
    (r) => void (r.plan.experiment = 'noise-floor'),
    'unknown-condition',
  ],
  [
    'another seed',
    'synthetic',
    (r) => void (r.plan.seed += 1),
    'order-not-of-seed',
    /not the one that the seed 8 gives/,
  ],
  ['more rounds planned', 'noise', (r) => void (r.plan.rounds = 15), 'order-not-of-seed'],
  ['fewer rounds planned', 'loop', (r) => void (r.plan.rounds = 6), 'order-not-of-seed'],
  ['two places of the order swapped', 'async', (r) => void swap(r.order, 1, 2), 'order-not-of-seed'],
  ['the end of the order gone', 'synthetic', (r) => void (r.order = r.order.slice(0, -3)), 'order-not-of-seed'],
  ['no order', 'noise', (r) => void (r.order = []), 'order-missing'],
  ['the order names an unknown part', 'synthetic', (r) => void (at(r.order, 4)[1] = 'dessert'), 'unknown-part'],
  ['the order names an unknown condition', 'loop', (r) => void (at(r.order, 4)[2] = 'nobody'), 'unknown-condition'],
  [
    'the definition compares what it does not have',
    'synthetic',
    (r) => void (first(first(r.definition.parts).comparisons).baseline = 'nobody'),
    'unknown-condition',
  ],
  [
    'a condition defined twice',
    'noise',
    (r) => void r.definition.conditions.push(structuredClone(first(r.definition.conditions))),
    'doubled-definition',
  ],
  ['a part less in the definition', 'synthetic', (r) => void r.definition.parts.pop(), 'unknown-part'],
  ['fewer rounds needed by the rules', 'synthetic', (r) => void (r.rules.minimumRounds = 1), 'rules-differ'],
  ['less confidence in the rules', 'noise', (r) => void (r.rules.interval.confidence = 0.5), 'rules-differ'],
  [
    'an end before the start',
    'synthetic',
    (r) => void (r.endedAt = '2026-01-02T02:00:00.000Z'),
    'dates-reversed',
    /endedAt lies before startedAt/,
  ],
  [
    'a prediction after the start',
    'async',
    (r) => void (r.prediction.frozenAt = '2031-01-01T00:00:00.000Z'),
    'dates-reversed',
  ],
  ['the 30th of February', 'noise', (r) => void (r.endedAt = '2027-02-30T10:00:00.000Z'), 'impossible-date'],
  [
    'another date of the start',
    'loop',
    (r) => {
      r.startedAt = '2019-05-06T07:08:09.000Z';
      r.prediction.frozenAt = r.startedAt;
    },
    'id-and-date',
  ],
  [
    'an end before the last cell',
    'synthetic',
    (r) => void (r.endedAt = '2026-01-02T03:04:06.000Z'),
    'shorter-than-cells',
  ],
  [
    'a worker listed twice',
    'synthetic',
    (r) => void r.workers.push(structuredClone(first(r.workers))),
    'worker-doubled',
  ],
  [
    'a worker of an unknown condition',
    'synthetic',
    (r) => void (first(r.workers).condition = 'nobody'),
    'worker-undefined',
  ],
  ['a worker on an unknown seat', 'async', (r) => void (first(r.workers).seat = 'throne'), 'worker-undefined'],
  [
    'a thread that is said to be a process',
    'noise',
    (r) => void (first(r.workers).kind = 'process'),
    'worker-undefined',
  ],
  ['a worker ready before it was asked for', 'loop', (r) => void (first(r.workers).readyNs = 0), 'worker-ready'],
  ['a hiring of more workers', 'synthetic', (r) => void (first(r.hirings).workers += 1), 'hiring-workers'],
  ['a hiring that took less than nothing', 'async', (r) => void (first(r.hirings).readyNs = 0), 'hiring-ready'],
  ['a hiring less', 'synthetic', (r) => void r.hirings.pop(), 'hiring-count'],
  ['a hiring twice', 'async', (r) => void r.hirings.push(structuredClone(first(r.hirings))), 'hiring-count'],
  [
    'messages to a worker that does not exist',
    'synthetic',
    (r) => void (first(r.messageTrips).worker = 'nobody/here'),
    'reference-unknown',
  ],
  ['a load of a round that there was not', 'noise', (r) => void (at(r.loads, -1).round = 40), 'load-times'],
  [
    'a stop after another round',
    'synthetic',
    (r) => void (r.stop = { reason: 'narrow-enough', rounds: 5, widest: 0.01 }),
    'stop-round',
  ],
];

const all = [...verdictCases, ...cellCases, ...frameCases];

describe('M1 a record that contradicts itself, sealed anew', () => {
  it('is tried in at least 72 ways', () => {
    expect(all.length).toBeGreaterThanOrEqual(100);
    expect(new Set(all.map(([name]) => name)).size).toBe(all.length);
  });

  it.each(all)('%s (%s)', (_name, base, change, code, words = /^[A-Z][^{}]+\.$/) => {
    const said = saidOf(changed(base, change));
    expect(said).toMatchObject({ code });
    expect(said.words).toMatch(words);
    expect(said.words).toMatch(/^[A-Z][^{}]+\.$/);
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
    const { hash: _, ...record } = syntheticRecord({ ...options, parameters: seed % 3 === 0 ? { eggsMs: 12 } : {} });
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
    ['UTF-16 as read', `\uFFFD\uFFFD${[...'{"schema":2}'].join('\0')}\0`, /UTF-16.*"--json FILE"/],
    ['UTF-16 without mark', `${[...'{"schema":2}'].join('\0')}\0`, /UTF-16/],
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

  const tooMany: readonly (readonly [string, Base, (draft: Draft) => void])[] = [
    ...[1e5, 1e7, Number.MAX_SAFE_INTEGER].flatMap((cores) => [
      [`${cores} cores, format 2`, 'noise', (r: Draft) => void (r.plan.cores = cores)] as const,
      [`${cores} cores, format 1`, 'async', (r: Draft) => void (r.plan.cores = cores)] as const,
      [
        `${cores} cores, many-cooks`,
        'async',
        (r: Draft) => void Object.assign(r.plan, { experiment: 'many-cooks', cores }),
      ] as const,
      [
        `${cores} cores of the machine`,
        'synthetic',
        (r: Draft) => void (r.environment.availableParallelism = cores),
      ] as const,
    ]),
    ['1e7 rounds', 'noise', (r) => void (r.plan.rounds = 1e7)],
    ['1e12 tasks', 'synthetic', (r) => void (r.plan.parameters['eggsMs'] = 1e12)],
    ['1e9 workers on the Workbench', 'failed', (r) => void (r.plan.workbench && (r.plan.workbench.workers = [1e9]))],
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
