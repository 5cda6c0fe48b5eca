import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Failure, RiskStep } from '@core/protocol/step';
import { createClock } from '../measurement/clock';
import { createSpanRecorder } from '../measurement/span-recorder';
import { cook } from '../runtime/cook';
import { CaughtFailure, createRiskWorkload } from './risk';
import { createWorkloads } from './workload-table';

let programs = '';
/** Stands for the built program: as much of it as a thread that ends by itself needs. */
const program = `
const { parentPort, workerData } = require('node:worker_threads');
if (workerData === 'none') parentPort.postMessage('served');
if (workerData === 'throw') throw new Error('burnt');
if (workerData === 'reject') Promise.reject(new Error('alone'));
if (workerData === 'exit') process.exit(3);
if (workerData === 'loop') for (;;);
`;
beforeAll(async () => {
  programs = await mkdtemp(join(tmpdir(), 'lab-risk-'));
  await writeFile(join(programs, 'risky-thread.cjs'), program);
});
afterAll(() => rm(programs, { recursive: true, force: true }));

const marks = { busy: () => undefined, blocked: () => undefined, idle: () => undefined };
const step = (failure: Failure, place: RiskStep['place']): RiskStep => {
  // Only what never returns is to end by patience: a thread may take long to start on a busy machine.
  return { task: 'risk', kind: 'risk', failure, place, afterMs: 0, patienceMs: failure === 'loop' ? 150 : 20_000 };
};
const run = (failure: Failure, place: RiskStep['place']) =>
  createRiskWorkload(programs).async(step(failure, place), marks, false);

describe('a task that fails', () => {
  it.each<[Failure, RegExp]>([
    ['throw', /exit 1.*burnt/],
    ['reject', /exit 1.*alone/],
    ['exit', /exit \d.*it said nothing/],
    ['loop', /did not return within 150 ms/],
  ])('in a thread: %s ends the thread, which is seen', async (failure, reason) => {
    const failed = await run(failure, 'thread').catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(CaughtFailure);
    expect(failed).toMatchObject({ ended: 'thread' });
    expect((failed as Error).message).toMatch(reason);
  });

  it('is served where nothing goes wrong', async () => {
    expect(await run('none', 'thread')).toBeNull();
    expect(await run('none', 'loop')).toBeNull();
  });

  it('throws to its caller on a loop, and nothing ends', async () => {
    const failed = await run('throw', 'loop').catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(CaughtFailure);
    expect((failed as CaughtFailure).ended).toBeUndefined();
  });

  it('is written down with when that was known; the others and the next task are served', async () => {
    const clock = createClock();
    const station = {
      worker: 'w',
      clock,
      workloads: createWorkloads({ worker: 'w', folder: null, services: null }, programs),
      recorder: createSpanRecorder(clock, clock.now(), 'idle'),
      tasks: [],
      failed: [],
    };
    const tasks: { task: string; startNs: number }[] = station.tasks;
    const failed: { task: string; knownNs: number; ended?: string }[] = station.failed;
    const wait = { task: 'task-1', kind: 'wait', durationMs: 30 } as const;
    const again = { ...step('none', 'thread'), task: 'again' };
    await cook({ cell: 0, n: 0, mode: 'async', inFlight: 2, steps: [wait, step('exit', 'thread')], again }, station);
    expect(tasks.map(({ task }) => task).sort()).toEqual(['again', 'task-1']);
    expect(failed).toMatchObject([{ task: 'risk', ended: 'thread' }]);
    const next = tasks.find(({ task }) => task === 'again');
    expect(next?.startNs).toBeGreaterThanOrEqual(failed[0]?.knownNs ?? Infinity);
  });
});
