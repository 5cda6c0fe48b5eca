import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Step } from '@core/protocol/step';
import { openIoServices } from '../services/io-services';
import type { IoServices } from '../services/io-services';
import { bundlePrograms } from '../services/testing/bundle-programs';
import type { BundledPrograms } from '../services/testing/bundle-programs';
import { createWorkloads } from './workload-table';
import type { Marks, Workload, Workplace, WorkloadTable } from './workload';

let programs: BundledPrograms;
let folder = '';
let services: IoServices;
let place: Workplace;
let workloads: WorkloadTable;

function fail(error: Error): void {
  throw error;
}

beforeAll(async () => {
  programs = await bundlePrograms(
    'entry/http-server',
    'entry/database-worker',
    'entry/blocking-request',
    'workloads/workload-table',
  );
  folder = mkdtempSync(join(tmpdir(), 'workloads-'));
  services = await openIoServices({ folder, database: true, programs: programs.folder, connections: 2 }, fail);
  place = { worker: 'async/worker-1', folder, services: services.address };
}, 60_000);
beforeEach(() => {
  workloads = createWorkloads(place, programs.folder);
});
afterEach(async () => {
  await workloads.close();
});
afterAll(async () => {
  await services.close();
  rmSync(folder, { recursive: true, force: true });
  programs.remove();
});

const waitMs = 150;
const seed = 3_000_000_001;
/** A step of every kind, in several sizes where these matter. */
const steps: readonly Step[] = [
  { task: 'a', kind: 'wait', durationMs: waitMs },
  { task: 'b', kind: 'compute', iterations: 1000, seed },
  { task: 'c', kind: 'compute', kernel: 'mandelbrot', iterations: 2, chunks: 3, seed },
  { task: 'd', kind: 'socket', latencyMs: waitMs, seed },
  { task: 'e', kind: 'socket', latencyMs: 0, seed },
  { task: 'f', kind: 'file', bytes: 5001, seed },
  { task: 'g', kind: 'file', bytes: 2_500_001, seed },
  { task: 'h', kind: 'file', bytes: 0, seed },
  { task: 'i', kind: 'database', roundTripMs: waitMs, rows: 1000, seed },
  { task: 'j', kind: 'threadpool', operation: 'pbkdf2', units: 100, seed },
  { task: 'k', kind: 'threadpool', operation: 'zlib', units: 10_000, seed },
  { task: 'l', kind: 'mixed', durationMs: waitMs, kernel: 'knead', iterations: 1000, chunks: 2, seed },
];
const waiting = steps.filter(
  (step) => ['wait', 'socket', 'database', 'mixed'].includes(step.kind) && step.task !== 'e',
);
const title = (step: Step): string => JSON.stringify(step);
const named = (some: readonly Step[]): [string, Step][] => some.map((step) => [title(step), step]);

function workloadOf(step: Step): Workload {
  return workloads[step.kind];
}

/** Marks that write down their names. */
function notes(): { readonly marks: Marks; readonly seen: string[] } {
  const seen: string[] = [];
  const note = (name: string) => () => {
    seen.push(name);
  };
  return { marks: { busy: note('busy'), blocked: note('blocked'), idle: note('idle') }, seen };
}
const { marks: noMarks } = notes();

describe('every workload', () => {
  it.each(named(steps))('gives the same checksum synchronously, asynchronously and in turns: %s', async (_, step) => {
    const workload = workloadOf(step);
    const checksum = workload.sync(step, noMarks);
    expect(await workload.async(step, noMarks, false)).toBe(checksum);
    expect(await workload.async(step, noMarks, true)).toBe(checksum);
    if (step.kind === 'wait') expect(checksum).toBeNull();
    else expect(checksum).toBe(Number(checksum) >>> 0);
  });

  it.each(named(steps.filter((step) => 'seed' in step && title(step) !== title(steps[7]!))))(
    'gives another checksum for another seed: %s',
    (_, step) => {
      const other = { ...step, seed: 5 };
      expect(workloadOf(step).sync(other, noMarks)).not.toBe(workloadOf(step).sync(step, noMarks));
    },
  );

  it('leaves no file behind', () => {
    expect(readdirSync(folder).filter((name) => name.endsWith('.bin'))).toEqual([]);
  });
});

describe('a workload that waits', () => {
  it.each(named(waiting))('waits 16 times at once when asynchronous: %s', async (_, step) => {
    const workload = workloadOf(step);
    await workload.async(step, noMarks, false);
    const start = performance.now();
    await Promise.all(Array.from({ length: 16 }, () => workload.async(step, noMarks, false)));
    expect(performance.now() - start).toBeGreaterThan(waitMs - 5);
    expect(performance.now() - start).toBeLessThan((16 * waitMs) / 2);
  });

  it.each(named(waiting))('blocks the thread when synchronous: %s', async (_, step) => {
    // The first request also waits for its helper thread.
    workloadOf(step).sync(step, noMarks);
    let fired = false;
    const timer = new Promise<void>((resolve) => {
      setTimeout(() => {
        fired = true;
        resolve();
      }, 1);
    });
    const start = performance.now();
    workloadOf(step).sync(step, noMarks);
    expect(performance.now() - start).toBeGreaterThan(waitMs - 5);
    expect(fired).toBe(false);
    await timer;
  });
});

describe('a wait that is to block', () => {
  it('holds the thread under asynchronous modes too, and says so', async () => {
    let fired = false;
    const timer = new Promise<void>((resolve) => {
      setTimeout(() => {
        fired = true;
        resolve();
      }, 1);
    });
    const { marks, seen } = notes();
    const start = performance.now();
    const over = workloads.wait.async({ task: 'a', kind: 'wait', durationMs: waitMs, blocks: true }, marks, false);
    expect(performance.now() - start).toBeGreaterThan(waitMs - 5);
    expect(fired).toBe(false);
    expect(seen).toEqual(['blocked', 'busy']);
    expect(await over).toBeNull();
    await timer;
  });
});

describe('connections', () => {
  it('are counted while they are open, one for each request in flight', async () => {
    const request = (latencyMs: number): Promise<number | null> =>
      workloads.socket.async({ task: 'd', kind: 'socket', latencyMs, seed }, noMarks, false);
    expect(workloads.mostConnections()).toBe(0);
    await Promise.all(Array.from({ length: 30 }, () => request(waitMs)));
    expect(workloads.mostConnections()).toBe(30);
    // They are kept, and used again.
    await request(0);
    expect(workloads.mostConnections()).toBe(30);
    await workloads.close();
    expect(workloads.mostConnections()).toBe(0);
  });
});

describe('the marks', () => {
  it.each([
    ['a', ['blocked'], ['idle', 'busy']],
    ['b', ['busy'], ['busy']],
    ['c', ['busy'], ['busy']],
    ['d', ['blocked', 'busy'], ['idle', 'busy']],
    ['f', ['blocked', 'blocked', 'busy', 'blocked'], ['idle', 'idle', 'busy', 'idle', 'busy']],
    ['i', ['blocked', 'busy'], ['idle', 'busy']],
    ['j', ['busy'], ['busy', 'idle', 'busy']],
    ['k', ['busy'], ['busy', 'idle', 'busy']],
    ['l', ['blocked', 'busy'], ['idle', 'busy']],
  ])('of %s are %j when synchronous, %j when asynchronous', async (task, sync, async) => {
    const step = steps.find((one) => one.task === task)!;
    const first = notes();
    workloadOf(step).sync(step, first.marks);
    expect(first.seen).toEqual(sync);
    const second = notes();
    await workloadOf(step).async(step, second.marks, false);
    expect(second.seen).toEqual(async);
  });

  it.each([
    ['c', ['busy', 'idle', 'busy', 'idle', 'busy']],
    ['l', ['idle', 'busy', 'idle', 'busy']],
  ])('of %s in turns are %j', async (task, expected) => {
    const step = steps.find((one) => one.task === task)!;
    const { marks, seen } = notes();
    await workloadOf(step).async(step, marks, true);
    expect(seen).toEqual(expected);
  });
});

describe('without what it needs', () => {
  it.each([
    ['socket', 'NO_SERVICES'],
    ['database', 'NO_SERVICES'],
    ['file', 'NO_FOLDER'],
  ])('%s fails with %s', async (kind, code) => {
    const nowhere = createWorkloads({ worker: 'w', folder: null, services: null }, programs.folder);
    const step = steps.find((one) => one.kind === kind)!;
    const workload = nowhere[step.kind] as Workload;
    expect(() => workload.sync(step, noMarks)).toThrow(expect.objectContaining({ code }) as Error);
    await expect(workload.async(step, noMarks, false)).rejects.toMatchObject({ code });
    await nowhere.close();
  });

  it('a server that is gone is an error with a code, at once and with connections that were warm', async () => {
    const other = await openIoServices({ folder, database: false, programs: programs.folder }, fail);
    const table = createWorkloads({ ...place, services: other.address }, programs.folder);
    const step = { task: 't', kind: 'socket', latencyMs: 0, seed } as const;
    const long = { ...step, latencyMs: 5000 };
    table.socket.sync(step, noMarks);
    await table.socket.async(step, noMarks, false);
    const cut = expect(table.socket.async(long, noMarks, false)).rejects.toMatchObject({ code: 'ECONNRESET' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await other.close();
    await cut;
    const { marks, seen } = notes();
    await expect(table.socket.async(step, marks, false)).rejects.toMatchObject({
      code: expect.stringMatching(/^ECONN(REFUSED|RESET)$/) as string,
    });
    expect(seen).toEqual(['idle', 'busy']);
    expect(() => table.socket.sync(step, noMarks)).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^ECONN(REFUSED|RESET)$/) as string }) as Error,
    );
    await table.close();
  });

  it('a helper that cannot be started is a time-out, not an endless wait', async () => {
    const { createBlockingClient } = await import('./blocking-client');
    const client = createBlockingClient(services.address, join(folder, 'missing.cjs'));
    expect(() => client.request({ kind: 'wait', latencyMs: 0, seed }, 200)).toThrow(
      expect.objectContaining({ code: 'TIMED_OUT' }) as Error,
    );
    await client.close();
  });

  it('a reply that comes too late is not taken for the next one', async () => {
    const { createBlockingClient } = await import('./blocking-client');
    const client = createBlockingClient(services.address, join(programs.folder, 'blocking-request.cjs'));
    const body = client.request({ kind: 'wait', latencyMs: 0, seed: 1 }, 10_000);
    expect(() => client.request({ kind: 'wait', latencyMs: 200, seed: 2 }, 10)).toThrow('did not reply');
    // The late reply would come while this one is waited for.
    expect(client.request({ kind: 'wait', latencyMs: 500, seed: 1 }, 10_000)).toEqual(body);
    await client.close();
  });
});

describe('close', () => {
  const script = `const { readdirSync, readlinkSync } = require('node:fs');
    const { createWorkloads } = require('./workload-table.cjs');
    const { place, steps } = JSON.parse(process.argv[2]);
    const marks = { busy() {}, blocked() {}, idle() {} };
    const turn = () => new Promise((resolve) => setTimeout(resolve, 20));
    function isSocket(fd) {
      try { return readlinkSync('/proc/self/fd/' + fd).startsWith('socket:'); } catch { return false; }
    }
    function held() {
      if (process.platform !== 'linux') return null;
      return [readdirSync('/proc/self/task').length, readdirSync('/proc/self/fd').filter(isSocket).length];
    }
    (async () => {
      const table = createWorkloads(place, __dirname);
      await table.file.async(steps.find((step) => step.kind === 'file'), marks, false); // starts the libuv pool
      const before = held();
      for (const step of steps) {
        table[step.kind].sync(step, marks);
        await table[step.kind].async(step, marks, true);
      }
      const during = held();
      await table.close();
      await turn();
      console.log(JSON.stringify({ before, during, after: held() }));
    })();`;

  it('releases everything: a program that used every workload ends by itself', () => {
    const file = join(programs.folder, 'use-all.cjs');
    writeFileSync(file, script);
    const argument = JSON.stringify({ place, steps });
    // An open handle would keep it alive until the time-out, which is an error here.
    const output = execFileSync(process.execPath, [file, argument], { timeout: 20_000, encoding: 'utf8' });
    const { before, during, after } = JSON.parse(output) as Record<string, readonly [number, number] | null>;
    if (!before || !during) return;
    expect(during[0], 'the helper thread').toBeGreaterThan(before[0]);
    expect(during[1], 'connections').toBeGreaterThan(before[1]);
    expect(after).toEqual(before);
  });
});
