import { expect, test } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { workerStates } from '@core/record/schema-parts';
import type { RunRecord } from '@core/record/record';
import { command } from '../support/command-line';
import { readRecord } from '../support/records';

// One real run of the quick preset; every test below looks at its record.
let record: RunRecord;
test.beforeAll(async ({}, info) => {
  test.setTimeout(180_000);
  const folder = info.outputPath('files');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'quick.json');
  const args = ['run', 'eggs-and-toast', '--preset', 'quick', '--seed', '7', '--json', file];
  const ran = await command(info.outputPath('profile'), args);
  expect(ran.status, ran.stderr).toBe(0);
  record = readRecord(file);
});

const measured = (part: string, condition: string): RunRecord['cells'] =>
  record.cells.filter((cell) => cell.round > 0 && cell.part === part && cell.condition === condition);

function medianMs(part: string, condition: string): number {
  const totals = measured(part, condition).map((cell) => (cell.endNs - cell.startNs) / 1e6);
  totals.sort((a, b) => a - b);
  return totals[Math.floor(totals.length / 2)] ?? Number.NaN;
}

test('every round has every condition of every part once, after a warm-up', { tag: '@rest' }, () => {
  expect(record.outcome.status).toBe('completed');
  expect(record.plan.rounds).toBe(7);
  expect(record.cells).toHaveLength(8 * 10);
  expect(record.cells.map(({ round, part, condition }) => [round, part, condition])).toEqual(record.order);
});

test('processes are real processes and threads real threads', { tag: '@rest' }, () => {
  const tids = record.workers.map((worker) => worker.tid);
  expect(new Set(tids).size).toBe(record.workers.length);
  expect(tids).not.toContain(null);
  const labPids = new Set(record.workers.filter((worker) => worker.kind === 'thread').map((worker) => worker.pid));
  expect(labPids.size).toBe(1);
  const processes = record.workers.filter((worker) => worker.kind === 'process');
  expect(processes).toHaveLength(2);
  expect(new Set([...labPids, ...processes.map((worker) => worker.pid)]).size).toBe(3);
  // The worker thread of a task process is not its main thread.
  for (const worker of processes) expect(worker.tid).not.toBe(worker.pid);
});

test('every worker of every condition has the same lowered priority', { tag: '@rest' }, () => {
  const [nice, ...others] = [...new Set(record.workers.map((worker) => worker.nice))];
  expect(others).toEqual([]);
  expect(nice).toBeGreaterThanOrEqual(5);
});

test('the six states of every worker cover its cell without gap or overlap', { tag: '@rest' }, () => {
  const seen = new Set<string>();
  for (const cell of record.cells) {
    for (const { spans } of cell.workers) {
      expect(spans[0]?.startNs).toBe(cell.startNs);
      expect(spans[spans.length - 1]?.endNs).toBe(cell.endNs);
      spans.forEach((span, i) => {
        const next = spans[i + 1];
        if (next) expect(next.startNs).toBe(span.endNs);
        seen.add(span.state);
      });
    }
  }
  for (const state of seen) expect(workerStates).toContain(state);
  expect([...seen]).toEqual(expect.arrayContaining(['busy', 'blocked', 'idle', 'messaging']));
});

test('a task gives the same checksum under every condition', { tag: '@rest' }, () => {
  for (const task of ['cleaning', 'dough-1', 'dough-2']) {
    const checksums = record.cells.flatMap((cell) => cell.tasks.filter((one) => one.task === task));
    expect(new Set(checksums.map((one) => one.checksum)).size).toBe(1);
    expect(new Set(checksums.map((one) => one.iterations)).size).toBe(1);
    expect(checksums[0]?.checksum).not.toBeNull();
  }
});

test('sync waits blocked for both dishes, async is never blocked', { tag: '@rest' }, () => {
  const blockedNs = (part: string, condition: string): number[] =>
    measured(part, condition).map((cell) =>
      cell.workers
        .flatMap((worker) => worker.spans)
        .filter((span) => span.state === 'blocked')
        .reduce((sum, span) => sum + span.endNs - span.startNs, 0),
    );
  // 300 ms and 200 ms on stove and in toaster; a timer may end late, never early.
  for (const blocked of blockedNs('first-course', 'sync')) expect(blocked).toBeGreaterThanOrEqual(498e6);
  for (const blocked of blockedNs('first-course', 'async')) expect(blocked).toBe(0);
});

test('the first course: async is near the longest dish, sync near the sum', { tag: '@rest' }, () => {
  expect(medianMs('first-course', 'sync')).toBeGreaterThan(520);
  expect(medianMs('first-course', 'async')).toBeGreaterThan(290);
  expect(medianMs('first-course', 'async')).toBeLessThan(420);
});

test('async tasks overlap in time, sync tasks never do', { tag: '@rest' }, () => {
  const overlap = (condition: string): boolean =>
    measured('first-course', condition).every((cell) => {
      const [eggs, toast] = ['eggs', 'toast'].map((name) => cell.tasks.find((task) => task.task === name));
      return (
        eggs !== undefined && toast !== undefined && toast.startNs < eggs.servedNs && eggs.startNs < toast.servedNs
      );
    });
  expect(overlap('async')).toBe(true);
  expect(overlap('threads')).toBe(true);
  expect(overlap('processes')).toBe(true);
  expect(overlap('sync')).toBe(false);
});

test('CPU time is counted per worker: a blocked cook uses next to none', { tag: '@rest' }, () => {
  const cpuMs = (condition: string, seat: string): number[] =>
    measured('first-course', condition).map((cell) => {
      const worker = cell.workers.find((one) => one.worker === `${condition}/${seat}`);
      return (worker?.cpuNs ?? Number.NaN) / 1e6;
    });
  // Linux counts it in schedstat; the record names its source.
  for (const worker of record.workers) expect(worker.cpuSource).not.toBe('none');
  for (const ms of cpuMs('threads', 'cook-1')) expect(ms).toBeLessThan(60);
  for (const ms of cpuMs('threads', 'you')) expect(ms).toBeGreaterThan(5);
});

test('the verdicts are computed: every comparison has its ratio, interval, n and floor', { tag: '@rest' }, () => {
  expect(record.verdicts).toHaveLength(9);
  for (const verdict of record.verdicts) {
    expect(verdict.rounds).toBe(7);
    expect(verdict.floor).toBeGreaterThanOrEqual(1.01);
    expect(verdict.ratio?.low).toBeLessThanOrEqual(verdict.ratio?.estimate ?? Number.NaN);
    expect(verdict.ratio?.high).toBeGreaterThanOrEqual(verdict.ratio?.estimate ?? Number.NaN);
  }
  const first = record.verdicts.find(
    ({ part, condition, baseline }) => `${part}/${condition}/${baseline}` === 'first-course/async/sync',
  );
  expect(first?.verdict).toBe('faster');
});
