import { describe, expect, it } from 'vitest';
import { setUpCode } from './answer-code';

const task = { cpuMs: 2, waitingMs: 8 };

describe('a set-up as code', () => {
  it('holds the numbers of the set-up and of the task', () => {
    const { javascript, python } = setUpCode({ workers: 2, inFlight: 16 }, task, 80);
    expect(javascript).toContain('const [threads, inFlight] = [2, 16];');
    expect(javascript).toContain('await pause(8);');
    expect(python).toContain('ProcessPoolExecutor(max_workers=2)');
    expect(python).toContain('asyncio.Semaphore(16)');
  });

  it('takes no more than the set-up needs', () => {
    expect(setUpCode({ workers: 1, inFlight: 16 }, task, 80).javascript).not.toContain('worker_threads');
    expect(setUpCode({ workers: 1, inFlight: 16 }, task, 80).python).not.toContain('Executor');
    expect(setUpCode({ workers: 4, inFlight: 1 }, { cpuMs: 0, waitingMs: 8 }, 80).python).toContain(
      'ThreadPoolExecutor(max_workers=4)',
    );
    expect(setUpCode({ workers: 4, inFlight: 1 }, { cpuMs: 2, waitingMs: 0 }, 80).javascript).not.toContain('pause');
  });

  it('fits a column of 76 characters', () => {
    for (const workers of [1, 2, 16]) {
      for (const inFlight of [1, 256]) {
        const { javascript, python } = setUpCode({ workers, inFlight }, task, 240);
        for (const line of `${javascript}\n${python}`.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
      }
    }
  });
});
