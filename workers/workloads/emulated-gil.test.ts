import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knead } from '@core/kernels/knead';
import type { CellAccount, FromWorker, ToWorker, WorkerOptions } from '@core/protocol/worker';
import type { LockedStep } from '@core/protocol/step';
import { createClock } from '../measurement/clock';
import { createDesk } from '../runtime/desk';
import { bundlePrograms, type BundledPrograms } from '../services/testing/bundle-programs';

const clock = createClock();
const timeoutMs = 30_000;
const memory = new SharedArrayBuffer(12);
let programs: BundledPrograms;
let hired: readonly Hired[] = [];

interface Hired {
  readonly thread: Worker;
  readonly desk: ReturnType<typeof createDesk>;
  readonly answered: () => Promise<void>;
}

async function hire(worker: string): Promise<Hired> {
  const desk = createDesk(worker);
  const options: WorkerOptions = {
    worker,
    originNs: String(clock.originNs),
    lowerPriority: false,
    folder: null,
    services: null,
    memoryLimitMb: null,
    shared: memory,
  };
  const ready = desk.mailbox.next('ready', timeoutMs);
  const thread = new Worker(join(programs.folder, 'task-worker.cjs'), { workerData: options });
  let answer: () => void = () => undefined;
  thread.on('message', (message: FromWorker) => {
    if (message.type === 'answers') answer();
    else desk.receive(message, clock.now());
  });
  await ready;
  return { thread, desk, answered: () => new Promise((resolve) => (answer = resolve)) };
}

beforeAll(async () => {
  programs = await bundlePrograms('entry/task-worker');
  hired = await Promise.all(['gil/worker-1', 'gil/worker-2', 'gil/worker-3'].map(hire));
}, 60_000);
afterAll(async () => {
  await Promise.all(hired.map(({ thread }) => thread.terminate()));
  programs.remove();
});

/** What the threads did: each executes one step, all at once. */
async function executed(locked: (index: number) => LockedStep['locked']): Promise<readonly CellAccount[]> {
  const tell = ({ thread }: Hired, message: ToWorker): void => {
    thread.postMessage(message);
  };
  await Promise.all(
    hired.map((one) => {
      const prepared = one.desk.mailbox.next('prepared', timeoutMs);
      tell(one, { type: 'prepare', cell: 1, watchLoop: false, beats: false });
      return prepared;
    }),
  );
  await Promise.all(
    hired.map((one, index) => {
      const step: LockedStep = { kind: 'locked', task: `task-${index}`, locked: locked(index) };
      const ticket = { cell: 1, n: index, mode: 'sync', inFlight: 1, steps: [step] } as const;
      const answered = one.answered();
      tell(one, { type: 'tasks', ids: [index], tasks: [ticket], atOnce: 1 });
      return answered;
    }),
  );
  return Promise.all(
    hired.map(async (one) => {
      const accounted = one.desk.mailbox.next('accounted', timeoutMs);
      tell(one, { type: 'account', cell: 1 });
      return (await accounted).message;
    }),
  );
}

const spansOf = (accounts: readonly CellAccount[], state: string) =>
  accounts.flatMap(({ spans }, thread) =>
    spans
      .filter((span) => span.state === state)
      .map(({ startNs, endNs, reason }) => ({ thread, startNs, endNs, reason })),
  );

/** Nanoseconds in which the spans of two threads lie over each other. */
function overlapNs(spans: ReturnType<typeof spansOf>): number {
  let sum = 0;
  for (const a of spans) {
    for (const b of spans) {
      if (a.thread < b.thread) sum += Math.max(0, Math.min(a.endNs, b.endNs) - Math.max(a.startNs, b.startNs));
    }
  }
  return sum;
}

describe('an emulated GIL on real threads', () => {
  it('lets one thread compute at a time, and every thread have its turns', async () => {
    const iterations = 20e6;
    const accounts = await executed((index) => ({ kind: 'compute', task: '', iterations, seed: index }));
    expect(accounts.map(({ tasks }) => tasks[0]?.checksum)).toEqual([0, 1, 2].map((seed) => knead(iterations, seed)));
    const busy = spansOf(accounts, 'busy');
    const total = busy.reduce((sum, { startNs, endNs }) => sum + endNs - startNs, 0);
    expect(total).toBeGreaterThan(30e6);
    // Marks lie beside what they are about, and a thread may lose its core between the two. Without the lock it is about half.
    expect(overlapNs(busy)).toBeLessThan(0.2 * total);
    const blocked = spansOf(accounts, 'blocked');
    expect(new Set(blocked.map(({ reason }) => reason))).toEqual(new Set(['lock']));
    // Nobody had it from begin to end while the others waited.
    for (const thread of [0, 1, 2]) expect(busy.filter((span) => span.thread === thread).length).toBeGreaterThan(1);
  });

  it('lets threads wait at the same time', async () => {
    const accounts = await executed(() => ({ kind: 'wait', task: '', durationMs: 60 }));
    const waits = spansOf(accounts, 'blocked').filter(({ reason }) => reason === 'sync-wait');
    expect(waits).toHaveLength(3);
    expect(overlapNs(waits)).toBeGreaterThan(60e6);
  });

  it('is released by a routine in C', async () => {
    const accounts = await executed((index) => {
      return { kind: 'threadpool', task: '', operation: 'pbkdf2', units: 60_000, seed: index };
    });
    const busy = spansOf(accounts, 'busy');
    // Three threads that were ready at once: on one core they take turns, and are busy all the same.
    expect(overlapNs(busy)).toBeGreaterThan(10e6);
  });
});
