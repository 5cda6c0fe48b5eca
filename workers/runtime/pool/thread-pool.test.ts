import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bundlePrograms } from '../../services/testing/bundle-programs';
import type { BundledPrograms } from '../../services/testing/bundle-programs';
import { createPool } from './pool';
import type { Pool } from './pool-types';
import type { ProgramTask } from './testing/thread-program';
import { createThreadLink } from './thread-link';

let programs: BundledPrograms;
let pool: Pool<ProgramTask, unknown> | undefined;

beforeAll(async () => {
  programs = await bundlePrograms('runtime/pool/testing/thread-program');
}, 60_000);
afterAll(() => {
  programs.remove();
});
afterEach(() => pool?.close());

function open(wakeUpForMs: number, inFlightPerWorker = 1): Pool<ProgramTask, unknown> {
  const path = join(programs.folder, 'thread-program.cjs');
  pool = createPool<ProgramTask, unknown>({
    workers: 2,
    inFlightPerWorker,
    hire: (slot) => createThreadLink(path, { id: `t${slot}`, wakeUpForMs }),
  });
  return pool;
}

describe.each([0, 10])('a pool of real threads, asleep on shared memory for %i ms', (wakeUpForMs) => {
  it('answers many and answers one after the other', async () => {
    const { run } = open(wakeUpForMs);
    const tasks = Array.from({ length: 5000 }, (_, n): ProgramTask => ({ do: 'double', n }));
    expect(await Promise.all(tasks.map((task) => run(task)))).toEqual(tasks.map((_, n) => 2 * n));
    for (let n = 0; n < 300; n++) expect(await run({ do: 'double', n })).toBe(2 * n);
  });

  it('keeps asynchronous tasks in flight together', async () => {
    const { run, ready } = open(wakeUpForMs, 8);
    await ready;
    const started = performance.now();
    await Promise.all(Array.from({ length: 16 }, () => run({ do: 'wait', ms: 200 })));
    // One after the other they would take 1.6 s on each of the two.
    expect(performance.now() - started).toBeLessThan(1600);
  });

  it('passes on errors, and data that are handed over', async () => {
    const { run } = open(wakeUpForMs);
    await expect(run({ do: 'throw', message: 'too hot' })).rejects.toMatchObject({
      name: 'RangeError',
      message: 'too hot',
    });
    expect(await run({ do: 'make', bytes: 4096 })).toMatchObject({ byteLength: 4096 });
  });

  it('leaves the thread its event loop, also while tasks keep coming', async () => {
    const { run } = open(wakeUpForMs);
    const before = (await run({ do: 'ticks' })) as number;
    const untilMs = performance.now() + 400;
    while (performance.now() < untilMs) {
      await run({ do: 'double', n: 1 });
      await pause(1);
    }
    expect((await run({ do: 'ticks' })) as number).toBeGreaterThan(before + 5);
  });
});
