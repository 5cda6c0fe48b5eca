import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { strategies } from '../experiments/definition-types';
import { analyse } from './analysis';
import type { WorkbenchCondition } from './workbench';
import { recordSchema } from '../record/record';
import { syntheticRecord } from '../testing/synthetic-record';
import { syntheticWorkbenchRecord, type SyntheticWorkbenchOptions } from '../testing/synthetic-workbench';

const record = syntheticWorkbenchRecord({ rounds: 7, choice: { tasks: 12 } });
const conditions = analyse(record).workbench ?? [];

function find(id: string, among: readonly WorkbenchCondition[] = conditions): WorkbenchCondition {
  const found = among.find(({ condition }) => condition === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
}

describe('the synthetic record', () => {
  it.each<[string, SyntheticWorkbenchOptions]>([
    ['standard', {}],
    ['every strategy', { choice: { strategies: [...strategies], workers: [1, 3], inFlight: [4] } }],
    ['pinned, stopped', { choice: { pinnedCores: 1, targetWidth: 0.05, workload: 'socket', operation: 'none' } }],
    ['no counters', { counters: false }],
  ])('is a valid record: %s', (_name, options) => {
    const made = syntheticWorkbenchRecord(options);
    expect(v.parse(recordSchema, made)).toEqual(made);
    for (const cell of made.cells) {
      for (const { spans } of cell.workers) {
        expect(spans[0]?.startNs).toBe(cell.startNs);
        expect(spans.at(-1)?.endNs).toBe(cell.endNs);
        spans.slice(1).forEach((span, index) => expect(span.startNs).toBe(spans[index]?.endNs));
      }
    }
  });
});

describe('summariseWorkbench', () => {
  it('has every condition in the order of the definition, the repeat included, and nothing for other experiments', () => {
    expect(conditions.map(({ condition }) => condition)).toEqual([
      'sync',
      'async-16',
      'threads-2',
      'processes-2',
      'sync-again',
    ]);
    expect(analyse(syntheticRecord()).workbench).toBeUndefined();
  });

  it('divides the tasks by the total, round by round', () => {
    const { headline: total } = analyse(record).parts[0]!.conditions[0]!;
    expect(find('sync').tasksPerSecond.estimate).toBeCloseTo(12 / (total.estimate / 1e9), 6);
    expect(find('sync').tasksPerSecond.n).toBe(7);
    expect(find('threads-2').tasksPerSecond.low).toBeGreaterThan(find('sync').tasksPerSecond.high);
  });

  it('counts latency from the start of the execution, where all tasks are there already', () => {
    const { latency } = find('sync');
    expect(latency?.tasks).toBe(7 * 12);
    // Twelve tasks of 5 ms one after the other: half of them are done after about 30 ms, the last after 60.
    expect((latency?.median.estimate ?? 0) / 1e6).toBeCloseTo(32.6, 0);
    expect((latency?.p99.estimate ?? 0) / 1e6).toBeCloseTo(59.5, 0);
  });

  it('counts service from sending where a dispatcher sends, otherwise from the beginning', () => {
    expect((find('sync').latency?.service.estimate ?? 0) / 1e6).toBeCloseTo(5, 1);
    const changed = structuredClone(record);
    for (const cell of changed.cells) {
      for (const task of cell.tasks) if (task.sentNs !== undefined) task.sentNs -= 40_000;
    }
    const after = analyse(changed).workbench;
    const threads = find('threads-2').latency?.service.estimate ?? 0;
    expect(find('threads-2', after).latency?.service.estimate).toBeCloseTo(threads + 40_000, -1);
    expect(find('sync', after).latency).toEqual(find('sync').latency);
  });

  it('never analyses the warm-up', () => {
    const changed = structuredClone(record);
    for (const cell of changed.cells)
      if (cell.round === 0) for (const worker of cell.workers) worker.cpuNs = 9_000_000_000;
    expect(analyse(changed).workbench).toEqual(conditions);
  });

  it('gives CPU, utilisation, delay and switches per worker and per condition', () => {
    const threads = find('threads-2');
    expect(threads.workers.map(({ seat, tasks }) => [seat, tasks])).toEqual([
      ['worker-1', 6],
      ['worker-2', 6],
    ]);
    expect(threads.cpuSecondsPerWorker?.estimate).toBeCloseTo(0.03, 3);
    expect(threads.workers[0]?.cpuSeconds?.estimate).toBeCloseTo(0.03, 3);
    expect(threads.utilization?.estimate).toBeGreaterThan(0.9);
    expect(threads.loopDelayNs?.estimate).toBe(401_000);
    expect(threads.voluntarySwitches?.estimate).toBe(18);
    expect(threads.involuntarySwitches?.estimate).toBe(1);
  });

  it('leaves out what one round cannot tell, instead of taking the other rounds', () => {
    const changed = structuredClone(record);
    const cell = changed.cells.find(({ round, condition }) => round === 3 && condition === 'threads-2')!;
    cell.workers[1]!.cpuNs = null;
    cell.workers[1]!.counters!.voluntarySwitches = null;
    const threads = find('threads-2', analyse(changed).workbench);
    expect(threads.cpuSecondsPerWorker).toBeUndefined();
    expect(threads.voluntarySwitches).toBeUndefined();
    expect(threads.involuntarySwitches?.estimate).toBe(1);
    expect(threads.workers[0]?.cpuSeconds).toBeDefined();
    expect(threads.workers[1]?.cpuSeconds).toBeUndefined();
  });

  it('does without counters, tasks and rounds', () => {
    const plain = analyse(syntheticWorkbenchRecord({ counters: false, choice: { tasks: 4 } })).workbench ?? [];
    expect(find('sync', plain)).toMatchObject({
      utilization: undefined,
      loopDelayNs: undefined,
      voluntarySwitches: undefined,
    });
    expect(
      analyse({ ...record, cells: record.cells.map((cell) => ({ ...cell, tasks: [] })) }).workbench?.[0]?.latency,
    ).toBeUndefined();
    expect(analyse({ ...record, cells: [] }).workbench).toEqual([]);
  });
});
