import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { analyse } from './analysis';
import type { WorkbenchCondition } from './analysis-workbench';
import { recordSchema } from './record';
import { syntheticRecord } from './synthetic-record';
import { syntheticWorkbenchRecord } from './synthetic-workbench';

const record = syntheticWorkbenchRecord({ rounds: 7, choice: { tasks: 12 } });
const conditions = analyse(record).workbench ?? [];

function find(id: string, among: readonly WorkbenchCondition[] = conditions): WorkbenchCondition {
  const found = among.find(({ condition }) => condition === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
}

describe('the synthetic record', () => {
  it.each([
    ['standard', {}],
    [
      'every strategy',
      {
        choice: {
          strategies: ['sync', 'async', 'async-chunked', 'threads-async', 'processes-async'] as const,
          workers: [1, 3],
        },
      },
    ],
    [
      'pinned, stopped',
      { choice: { pinnedCores: 1, targetWidth: 0.05, workload: 'socket', operation: 'none' } as const },
    ],
    ['no counters', { counters: false }],
  ])('is a valid record: %s', (_name, options) => {
    const made = syntheticWorkbenchRecord({
      ...options,
      choice: {
        ...options.choice,
        strategies: [...(options.choice?.strategies ?? ['sync', 'threads'])],
        workers: [...(options.choice?.workers ?? [2])],
      },
    });
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
    const { total } = analyse(record).parts[0]!.conditions[0]!;
    expect(find('sync').tasksPerSecond.estimate).toBeCloseTo(12 / (total.estimate / 1e9), 6);
    expect(find('sync').tasksPerSecond.n).toBe(7);
    expect(find('threads-2').tasksPerSecond.low).toBeGreaterThan(find('sync').tasksPerSecond.high);
  });

  it('takes latencies from sending where a dispatcher sends, otherwise from the beginning', () => {
    const sync = find('sync').latency!;
    expect(sync.tasks).toBe(7 * 12);
    expect(sync.median.estimate / 1e6).toBeCloseTo(5, 1);
    expect(sync.p99.estimate).toBeGreaterThanOrEqual(sync.median.estimate);
    const changed = structuredClone(record);
    for (const cell of changed.cells)
      for (const task of cell.tasks) if (task.sentNs !== undefined) task.sentNs -= 40_000;
    const threads = find('threads-2').latency!.median.estimate;
    expect(find('threads-2', analyse(changed).workbench).latency!.median.estimate).toBeCloseTo(threads + 40_000, -1);
    expect(find('sync', analyse(changed).workbench).latency).toEqual(sync);
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
