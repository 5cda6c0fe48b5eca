import { expect, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FailureReason, RunRecord } from '@core/record/record';
import { bench, benchPlace, runFoldersIn, startBench, workersOfActiveRun } from '../support/bench';
import type { BenchPlace, StartedBench } from '../support/bench';
import { command } from '../support/command-line';
import { patchedApp } from '../support/patched-app';
import { pidsLeftAfter, pidsListening, pidsWith } from '../support/processes';
import { readRecord } from '../support/records';

// Every fault ends the run as failed with its own reason, keeps what was measured, leaves nothing behind, and does no
// harm to the next run.
let place: BenchPlace;
test.beforeEach(({}, info) => {
  test.setTimeout(180_000);
  place = benchPlace(info);
});

/** The record of a run that has ended because of a fault, with everything that is true of all of them. */
async function failed(run: StartedBench, reason: FailureReason): Promise<RunRecord> {
  const { status, stderr } = await run.ended;
  expect(await pidsLeftAfter(place.data, 2_000), 'processes left behind').toEqual([]);
  expect(runFoldersIn(place), 'folders left behind').toEqual([]);
  const record = readRecord(run.file);
  expect(record.outcome, stderr).toMatchObject({ status: 'failed', reason });
  expect(status).toBe(1);
  expect(stderr).toContain(`The run ended as failed (${reason}).`);
  expect(stderr).toContain(`What was measured is kept in ${run.file}`);
  expect(readdirSync(join(place.data, 'active'))).toEqual([]);
  const verified = await command(place.data, ['verify', run.file], { temporary: place.temporary });
  expect(verified.stdout, verified.stderr).toContain('intact');
  return record;
}

/** Cells of the warm-up and later that were complete when the run ended. */
function expectKept({ cells, order }: RunRecord, atLeast: number): void {
  expect(cells.length).toBeGreaterThanOrEqual(atLeast);
  expect(cells.map(({ round, part, condition }) => [round, part, condition])).toEqual(
    order.flatMap((cell) => Array.from({ length: repetitionsOf(cells) }, () => cell)).slice(0, cells.length),
  );
}

function repetitionsOf(cells: RunRecord['cells']): number {
  return Math.max(...cells.map(({ repetition }) => repetition)) + 1;
}

async function nextRunWorks(): Promise<void> {
  const next = await bench(place, 'next', '--workload cpu --strategies sync --task-ms 1 --tasks 3 --rounds 1');
  expect(next.status, next.stderr).toBe(0);
  expect(next.record.outcome).toEqual({ status: 'completed' });
}

const busy = '--workload cpu --strategies sync,threads,processes --workers 2 --task-ms 30 --tasks 8 --preset quick';

for (const [worker, what] of [
  ['sync/worker-1', 'the process with all threads'],
  ['processes-2/worker-2', 'a task process'],
] as const) {
  test(`${what} killed in the middle of its tasks: killed`, { tag: '@rest' }, async () => {
    const run = startBench(place, 'killed', busy);
    await run.stderrHas('round 1 of 7');
    const found = workersOfActiveRun(place).find(({ id }) => id === worker);
    process.kill(found?.pid ?? Number.NaN, 'SIGKILL');
    expectKept(await failed(run, 'killed'), 4);
    await nextRunWorks();
  });
}

test('the server gone in the middle of requests: service-gone', { tag: '@rest' }, async () => {
  const line = '--workload socket --strategies sync,async,threads --workers 2 --task-ms 30 --tasks 20 --preset quick';
  const run = startBench(place, 'server', line);
  await run.stderrHas('round 1 of 7');
  const [services, ...others] = pidsListening(pidsWith(place.data));
  expect(others).toEqual([]);
  process.kill(services ?? Number.NaN, 'SIGKILL');
  expectKept(await failed(run, 'service-gone'), 4);
  await nextRunWorks();
});

test('a file that cannot be made: task-failed, with what the system said', { tag: '@rest' }, async () => {
  const line = '--workload file --strategies sync,async --in-flight 4 --task-ms 5 --tasks 40 --preset quick';
  const run = startBench(place, 'no-folder', line);
  await run.stderrHas('round 1 of 7');
  const [folder] = runFoldersIn(place);
  expect(folder).toBeDefined();
  // At once for all who write into it: removing file by file would race with new ones.
  const gone = join(place.temporary, 'gone');
  renameSync(join(place.temporary, folder ?? ''), gone);
  const record = await failed(run, 'task-failed');
  rmSync(gone, { recursive: true, force: true });
  expectKept(record, 3);
  expect(record.outcome).toMatchObject({ message: expect.stringContaining('ENOENT') });
  await nextRunWorks();
});

test('a full disk in the middle of writing files: disk-full', { tag: '@rest' }, async ({}, info) => {
  const disk = info.outputPath('disk');
  mkdirSync(disk, { recursive: true });
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk], { encoding: 'utf8' });
  test.skip(mounted.status !== 0, 'a small disk cannot be mounted here (that takes root on Linux)');
  try {
    place = benchPlace(info, disk);
    const line = '--workload file --strategies sync,async,threads --workers 2 --task-ms 5 --tasks 40 --preset quick';
    const run = startBench(place, 'full', line);
    await run.stderrHas('round 1 of 7');
    fillUp(disk);
    expectKept(await failed(run, 'disk-full'), 4);
    rmSync(join(disk, 'ballast'));
    await nextRunWorks();
  } finally {
    spawnSync('umount', ['-l', disk]);
  }
});

/** Takes all space of a disk that is left, down to its last block. */
function fillUp(disk: string): void {
  const block = Buffer.alloc(4096, 1);
  const ballast = join(disk, 'ballast');
  writeFileSync(ballast, Buffer.alloc(0));
  for (;;) {
    const { bavail, bsize } = statfsSync(disk);
    try {
      writeFileSync(ballast, bavail > 16 ? Buffer.alloc((bavail - 8) * bsize, 1) : block, { flag: 'a' });
    } catch {
      return;
    }
  }
}

/** The place of the task worker's sources where it notes what a task returned. */
const noteOfTask = {
  entry: 'task-worker',
  source: 'workers/runtime/cook.ts',
  find: 'iterations: unitsOf(step), checksum };',
};

for (const [strategy, size] of [
  ['threads', 'a thread'],
  ['processes', 'the thread of a task process'],
] as const) {
  test(`${size} that needs more memory than the limit: out-of-memory`, { tag: '@rest' }, async ({}, info) => {
    // Keeps 1 MB of each task: those of one cell fit into one worker, those of all cells into no two. The same program without a limit comes to its end: it is the limit that counts.
    const app = await patchedApp(info.outputPath('app'), {
      ...noteOfTask,
      replacement: `${noteOfTask.find}
        ((globalThis as { kept?: unknown[] }).kept ??= []).push(Array.from({ length: 131072 }, (_, i) => i + 0.5));`,
    });
    const line = `--workload cpu --strategies ${strategy} --workers 2 --task-ms 1 --tasks 20 --rounds 1 --seed 7`;
    const free = await bench(place, 'free', line, { app });
    expect(free.record.outcome, free.stderr).toEqual({ status: 'completed' });
    const record = await failed(startBench(place, 'limited', `${line} --memory-limit 32`, { app }), 'out-of-memory');
    expect(record.plan.workbench?.memoryLimitMb).toBe(32);
    expect(record.outcome).toMatchObject({ message: expect.stringContaining(`${strategy}-2`) });
    expectKept(record, 1);
    await nextRunWorks();
  });
}

test(
  'a task that takes longer than its time-out: unresponsive, after the conditions that were in time',
  { tag: '@rest' },
  async () => {
    // Under sync all tasks share their time-outs; a queued task has its own, which the longest waits exceed.
    const line =
      '--workload timer --strategies sync,threads --workers 2 --task-ms 60 --jitter 0.9 --tasks 20 --task-timeout 100 --rounds 1';
    const run = startBench(place, 'late', `${line} --seed 1`);
    const record = await failed(run, 'unresponsive');
    expect(record.order[0]?.[2]).toMatch(/^sync/);
    expectKept(record, 1);
    expect(record.cells.map(({ condition }) => condition)).not.toContain('threads-2');
    await nextRunWorks();
  },
);

test(
  'a task that returns something else in another process: checksums-differ, and nothing is compared',
  { tag: '@rest' },
  async ({}, info) => {
    const app = await patchedApp(info.outputPath('app'), {
      ...noteOfTask,
      replacement:
        "iterations: unitsOf(step), checksum: worker.startsWith('processes') ? (checksum ^ 1) >>> 0 : checksum };",
    });
    const line = '--workload cpu --strategies sync,threads,processes --workers 2 --task-ms 2 --tasks 6 --rounds 1';
    const run = startBench(place, 'differ', line, { app });
    const record = await failed(run, 'checksums-differ');
    expect(record.cells.length).toBeGreaterThanOrEqual(1);
    expect(record.outcome).toMatchObject({ message: expect.stringMatching(/task-\d+ returned \d+ under /) });
    for (const { verdict } of record.verdicts) expect(verdict).toBeNull();
    await nextRunWorks();
  },
);
