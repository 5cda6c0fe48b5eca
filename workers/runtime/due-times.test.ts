import { describe, expect, it } from 'vitest';
import type { TaskRecord } from '@core/record/events';
import { withDueTimes } from './due-times';

const task = (name: string): TaskRecord => {
  return { task: name, worker: 'you', startNs: 9e6, servedNs: 20e6, iterations: 0, checksum: 1 };
};

describe('orders that come one by one', () => {
  it('were due by the plan, and asked the service for whole milliseconds', () => {
    const queue = [
      { task: 'a', kind: 'socket', latencyMs: 5.4, seed: 1 },
      { task: 'b', kind: 'wait', durationMs: 3 },
    ] as const;
    const tasks = withDueTimes([task('b'), task('a'), task('c')], { queue, mode: 'sync', dueMs: [0, 2.5] }, 1e6);
    expect(tasks).toEqual([{ ...task('b'), dueNs: 3.5e6 }, { ...task('a'), dueNs: 1e6, askedMs: 5 }, task('c')]);
  });

  it('are told of nothing where all are there from the start', () => {
    expect(withDueTimes([task('a')], { queue: [], mode: 'sync' }, 0)).toEqual([task('a')]);
    expect(withDueTimes([task('a')], { idleMs: 3 }, 0)).toEqual([task('a')]);
  });
});
