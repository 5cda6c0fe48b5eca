import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TaskRecord } from '@core/record/events';
import type { FromWorker, PassingWay, PayloadData, ToWorker, WorkerOptions } from '@core/protocol/worker';
import { createClock } from '../measurement/clock';
import { bundlePrograms } from '../services/testing/bundle-programs';
import type { BundledPrograms } from '../services/testing/bundle-programs';
import { makePayload } from '../workloads/payload';
import { createDesk } from './desk';
import { passPayload } from './pass-payload';
import type { WorkerHandle } from './worker-handle';

const clock = createClock();
const timeoutMs = 30_000;
let programs: BundledPrograms;
let thread: Worker;
let handle: Pick<WorkerHandle, 'id' | 'kind' | 'post' | 'answers'>;

beforeAll(async () => {
  programs = await bundlePrograms('entry/task-worker');
  const options: WorkerOptions = {
    worker: 'clone/worker-1',
    originNs: String(clock.originNs),
    lowerPriority: false,
    folder: null,
    services: null,
    memoryLimitMb: null,
  };
  const desk = createDesk(options.worker);
  const ready = desk.mailbox.next('ready', timeoutMs);
  thread = new Worker(join(programs.folder, 'task-worker.cjs'), { workerData: options });
  thread.on('message', (message: FromWorker) => desk.receive(message, clock.now()));
  const post = (message: ToWorker, transfer: readonly ArrayBuffer[] = []): void => {
    thread.postMessage(message, transfer);
  };
  handle = { id: options.worker, kind: 'thread', post, answers: desk.mailbox };
  await ready;
}, 60_000);
afterAll(async () => {
  await thread.terminate();
  programs.remove();
});

/** Passes one payload to the real thread. */
async function pass(way: PassingWay, bytes: number, cell: number) {
  const order = { task: 'task-1', way, bytes, seed: 5 };
  const prepared = handle.answers.next('prepared', timeoutMs);
  handle.post({ type: 'prepare', cell, watchLoop: false, beats: false });
  await prepared;
  const data: PayloadData = makePayload(order);
  const stamp = await passPayload(handle, order, data, cell, clock, timeoutMs);
  const accounted = handle.answers.next('accounted', timeoutMs);
  handle.post({ type: 'account', cell });
  const { tasks, tickets } = (await accounted).message;
  return { data, stamp, task: tasks[0], tasks, tickets };
}

describe('passing a payload to a real thread', () => {
  it.each([
    ['clone', 1024],
    ['clone', 4 * 2 ** 20],
    ['transfer', 1024],
    ['transfer', 4 * 2 ** 20],
    ['shared', 1024],
    ['shared', 4 * 2 ** 20],
  ] as const)('stamps %s of %d bytes in order, and the receiver reads all of it once', async (way, bytes) => {
    const { stamp, task, tasks, tickets } = await pass(way, bytes, bytes);
    expect(tasks).toHaveLength(1);
    const { handedNs = 0, hadNs = 0, startNs = 0, servedNs = 0, iterations } = task ?? ({} as Partial<TaskRecord>);
    const times = [stamp.sentNs, handedNs, hadNs, startNs, servedNs, stamp.gotNs];
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(hadNs).toBeGreaterThan(handedNs);
    expect(iterations).toBe(bytes);
    expect(tickets).toHaveLength(1);
  });

  it('gives every way the same data', async () => {
    const checksums: unknown[] = [];
    for (const way of ['clone', 'transfer', 'shared'] as const) {
      checksums.push((await pass(way, 65_536, 1)).task?.checksum);
    }
    expect(new Set(checksums).size).toBe(1);
    expect(checksums[0]).toBeTypeOf('number');
  });

  it('takes from the sender what is moved, and only that', async () => {
    expect((await pass('transfer', 1024, 1)).data.byteLength).toBe(0);
    expect((await pass('clone', 1024, 2)).data.byteLength).toBe(1024);
    expect((await pass('shared', 1024, 3)).data.byteLength).toBe(1024);
  });
});
