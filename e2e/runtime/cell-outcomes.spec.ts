import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { CellOutcome } from '@core/experiments/definition-types';
import type { RunEvent } from '@core/record/events';
import { bench, benchPlace, startBench, workersOfActiveRun } from '../support/bench';
import type { BenchPlace } from '../support/bench';
import { command } from '../support/command-line';
import { patchedApp } from '../support/patched-app';
import { hashOf, readRecord } from '../support/records';

// What a part allows is a result: it is stored with the cell, and the run goes on. No experiment of the product allows
// anything yet, so a copy of the program does. That the same ends the run of the product: engine-faults.
let place: BenchPlace;
test.beforeEach(({}, info) => {
  test.setTimeout(180_000);
  place = benchPlace(info);
});

/** A copy of the program whose lab process takes it that every part allows that a cell ends so. */
function appThatAllows(folder: string, outcome: CellOutcome): Promise<string> {
  const parameters = (experiment: string): string =>
    `async function start({ ${experiment}, plan, folder, interpreters }: StartRun)`;
  return patchedApp(folder, {
    entry: 'dispatcher',
    source: 'workers/entry/dispatcher.ts',
    find: `${parameters('experiment')}: Promise<void> {`,
    replacement: `${parameters('experiment: given')}: Promise<void> {
      const experiment = { ...given, parts: given.parts.map((part) => ({ ...part, allows: ['${outcome}'] as const })) };`,
  });
}

/** The condition that is being executed, from the journal of the active run; every cell is executed once. */
function conditionUnderWay(): string {
  const folder = join(place.data, 'active');
  const [journal] = readdirSync(folder);
  const lines = readFileSync(join(folder, journal ?? ''), 'utf8')
    .split('\n')
    .slice(1, -1);
  const events = lines.map((line) => JSON.parse(line) as RunEvent);
  const order = events.flatMap((event) => (event.type === 'order' ? event.cells : []));
  return order[events.filter(({ type }) => type === 'cell').length]?.[2] ?? '';
}

test(
  'a lost worker is a result where the part allows it: stored, succeeded, and the run completes',
  { tag: '@rest' },
  async ({}, info) => {
    const app = await appThatAllows(info.outputPath('app'), 'worker-lost');
    const line = '--workload timer --strategies processes --workers 2 --task-ms 300 --tasks 10 --rounds 1 --seed 3';
    const run = startBench(place, 'lost', line, { app });
    await run.stderrHas('round 1 of 1');
    // In the middle of the cell: it takes 1.5 s.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const condition = conditionUnderWay();
    const worker = workersOfActiveRun(place).find(({ id }) => id === `${condition}/worker-1`);
    process.kill(worker?.pid ?? Number.NaN, 'SIGKILL');
    const { status, stderr } = await run.ended;
    expect(status, stderr).toBe(0);
    const record = readRecord(run.file);
    // The definition in the record is that of the product, where this ends a run: verify sees that they do not fit.
    const verify = () => command(place.data, ['verify', run.file], { temporary: place.temporary });
    expect((await verify()).stderr).toContain('this execution ended as worker-lost, which does not fit its part');
    const parts = record.definition.parts.map((part) => ({ ...part, allows: ['worker-lost'] as const }));
    const allowing = { ...record, definition: { ...record.definition, parts } };
    writeFileSync(run.file, JSON.stringify({ ...allowing, hash: hashOf(allowing) }));
    const verified = await verify();
    expect(verified.stdout, verified.stderr).toContain('intact. Schema version 2');
    expect(record.outcome).toEqual({ status: 'completed' });
    expect(record.cells).toHaveLength(record.order.length);
    const [cell, ...others] = record.cells.filter(({ outcome }) => outcome !== undefined);
    expect(others).toEqual([]);
    expect(cell).toMatchObject({ condition, outcome: { status: 'worker-lost' } });
    expect(cell?.outcome?.reason).toContain(`${condition}/worker-1`);
    // Every task has its times or is among the lost, none twice.
    const tasks = [...(cell?.tasks ?? []), ...(cell?.lost ?? [])].map(({ task }) => task);
    expect(tasks.sort()).toEqual(Array.from({ length: 10 }, (_, index) => `task-${index + 1}`).sort());
    expect(cell?.lost?.filter(({ outcome }) => outcome === 'worker-lost')).toHaveLength(1);
    const successor = record.workers.find(({ id }) => id === `${condition}/worker-1/2`);
    expect(successor).toMatchObject({ condition, seat: 'worker-1', kind: 'process' });
    expect(successor?.pid).not.toBe(worker?.pid);
  },
);

test('a task that takes too long is a result where the part allows it', { tag: '@rest' }, async ({}, info) => {
  const app = await appThatAllows(info.outputPath('app'), 'timed-out');
  // As in engine-faults, where the same ends the run: a queued task has a time-out of its own, which the longest exceed.
  const line =
    '--workload timer --strategies sync,threads --workers 2 --task-ms 60 --jitter 0.9 --tasks 20 --task-timeout 100 --rounds 1 --seed 1';
  const { status, stderr, record } = await bench(place, 'late', line, { app });
  expect(status, stderr).toBe(0);
  expect(record.outcome).toEqual({ status: 'completed' });
  const late = record.cells.filter(({ outcome }) => outcome?.status === 'timed-out');
  expect(new Set(late.map(({ condition }) => condition))).toEqual(new Set(['threads-2']));
  expect(late).toHaveLength(record.cells.filter(({ condition }) => condition === 'threads-2').length);
  for (const { lost = [] } of late) expect(lost.some(({ outcome }) => outcome === 'timed-out')).toBe(true);
  // Who waits is blocked, and says by what.
  const spans = record.cells.flatMap(({ workers }) => workers.flatMap((worker) => worker.spans));
  const blocked = spans.filter(({ state }) => state === 'blocked');
  expect(new Set(blocked.map(({ reason }) => reason))).toEqual(new Set(['sync-wait']));
  expect(spans.filter(({ state }) => state !== 'blocked').every(({ reason }) => reason === undefined)).toBe(true);
});
