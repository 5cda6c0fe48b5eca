import { describe, expect, it } from 'vitest';
import { definitionFor } from '../experiments/definition-for';
import { memoryNeed, memoryProblem, mostBufferBytes, type MemoryNeed } from './memory-need';
import { resolvePlan } from './plan';

function needOf(experiment: string, preset: 'quick' | 'standard' = 'standard'): MemoryNeed {
  const request = { experiment, preset, cores: 2, parameters: {}, lowerPriority: true, seed: 1 };
  const definition = definitionFor(request);
  if (!definition) throw new Error(`no ${experiment}`);
  return memoryNeed(definition, resolvePlan(definition, request));
}

const mebibyte = 2 ** 20;

describe('the memory that a plan needs', () => {
  it('of passing-data is three copies of its largest payload and one shared one of each size', () => {
    // 1 KiB, 32 KiB, 1 MiB, 8 MiB, 64 MiB.
    const shared = 1024 + 32 * 1024 + 73 * mebibyte;
    expect(needOf('passing-data').bufferBytes).toBe(3 * 64 * mebibyte + shared);
    expect(needOf('passing-data', 'quick').bufferBytes).toBe(3 * 8 * mebibyte + shared - 64 * mebibyte);
    // Four threads and a process.
    expect(needOf('passing-data').leastBytes).toBe(needOf('passing-data').bufferBytes + 4 * 5e6 + 28e6);
  });

  it('adds the process of the services where there is one', () => {
    const { leastBytes, mostBytes, workers } = needOf('waiting-for-io');
    expect(leastBytes).toBe(workers * 5e6 + 28e6);
    expect(mostBytes).toBe(workers * 8e6 + 28e6);
  });

  it('is never more in the least than in the most', () => {
    for (const id of ['eggs-and-toast', 'many-cooks', 'four-scenarios', 'freeze-the-window', 'passing-data']) {
      const { leastBytes, mostBytes } = needOf(id);
      expect(leastBytes).toBeGreaterThan(0);
      expect(mostBytes).toBeGreaterThanOrEqual(leastBytes);
    }
  });
});

describe('whether a run may start', () => {
  const need: MemoryNeed = { workers: 4, leastBytes: 500e6, mostBytes: 900e6, bufferBytes: 100e6 };

  it('is decided by what it takes in any case', () => {
    expect(memoryProblem(need, 500e6)).toBeUndefined();
    expect(memoryProblem(need, 500e6 - 1)).toBe(
      'This run needs at least 500 MB of memory for its 4 workers and their data, and 500 MB are available. Close other programs, or choose fewer workers, fewer conditions or the quick preset.',
    );
  });

  it('is not decided where the system does not tell', () => {
    expect(memoryProblem(need, null)).toBeUndefined();
    expect(memoryProblem(need, undefined)).toBeUndefined();
  });

  it('never with more buffers than a process can have', () => {
    expect(memoryProblem({ ...need, bufferBytes: mostBufferBytes + 1 }, 1e15)).toMatch(/4295 MB/);
  });
});
