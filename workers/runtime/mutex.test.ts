import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bundlePrograms, type BundledPrograms } from '../services/testing/bundle-programs';
import { createMutex } from './mutex';
import { mutexWords, type MutexAnswer, type MutexTask } from './testing/mutex-task';

const threads = 4;
/** All threads together. Ten million (`MUTEX_SECTIONS=10000000`) take some seconds to a minute. */
const sections = Number(process.env['MUTEX_SECTIONS'] ?? 200_000);

let programs: BundledPrograms;
beforeAll(async () => {
  programs = await bundlePrograms('runtime/testing/mutex-thread');
}, 30_000);
afterAll(() => {
  programs.remove();
});

function memory(): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(4 * mutexWords.length));
}

describe('mutex', () => {
  it(
    `lets ${threads} threads into ${sections} critical sections one at a time`,
    async () => {
      const words = memory();
      const task: MutexTask = { memory: words.buffer, threads, sections: sections / threads };
      const hired = Array.from({ length: threads }, () => {
        return new Worker(join(programs.folder, 'mutex-thread.cjs'), { workerData: task });
      });
      const answers = await Promise.all(
        hired.map(async (worker) => {
          const [answer] = (await once(worker, 'message')) as [MutexAnswer];
          await worker.terminate();
          return answer;
        }),
      );
      expect(words[mutexWords.counter]).toBe(sections);
      expect(answers.map(({ intruders }) => intruders)).toEqual([0, 0, 0, 0]);
      // Otherwise nobody ever had to wait for it, and nothing was tested.
      expect(answers.reduce((sum, { slept }) => sum + slept, 0)).toBeGreaterThan(0);
      expect(words[mutexWords.lock]).toBe(0);
    },
    sections / 10 + 30_000,
  );

  it('is had by one at a time, and given back', () => {
    const words = memory();
    const [one, other] = [createMutex(words, 0), createMutex(words, 0)];
    expect([one.tryLock(), other.tryLock()]).toEqual([true, false]);
    one.unlock();
    expect(other.lock()).toBe(true);
  });

  it('gives up when the time is over, and says that it sleeps only where it does', () => {
    const words = memory();
    const hooks = { onSleep: vi.fn(), onWake: vi.fn() };
    const [one, other] = [createMutex(words, 0), createMutex(words, 0, hooks)];
    one.lock();
    const since = performance.now();
    expect(other.lock(20)).toBe(false);
    expect(performance.now() - since).toBeGreaterThanOrEqual(19);
    one.unlock();
    expect(other.lock(20)).toBe(true);
    expect([hooks.onSleep.mock.calls.length, hooks.onWake.mock.calls.length]).toEqual([1, 1]);
  });

  it('refuses to be given back by nobody', () => {
    expect(() => {
      createMutex(memory(), 0).unlock();
    }).toThrow('nobody has');
  });
});
