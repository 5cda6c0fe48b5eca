import { describe, expect, it } from 'vitest';
import type { CellRecord } from '../record/events';
import { measureOf } from './measures';

/** An invented cell: a job from 10 to 60 ms on the first of two workers. */
const cell: CellRecord = {
  index: 0,
  round: 1,
  repetition: 0,
  part: 'job',
  condition: 'timeout',
  startNs: 0,
  endNs: 100e6,
  sentinelBeforeNs: 1,
  sentinelAfterNs: 1,
  messages: 2,
  workers: [
    {
      worker: 'a',
      cpuNs: 30e6,
      spans: [
        { state: 'idle', startNs: 0, endNs: 15e6 },
        { state: 'busy', startNs: 15e6, endNs: 40e6, task: 'job' },
        { state: 'idle', startNs: 40e6, endNs: 45e6 },
        { state: 'busy', startNs: 45e6, endNs: 55e6, task: 'job' },
        { state: 'idle', startNs: 55e6, endNs: 100e6 },
      ],
      beats: { periodNs: 10e6, firstDueNs: 10e6, latencyNs: [1e6, 31e6, 21e6, 2e5] },
    },
    { worker: 'b', cpuNs: 20e6, spans: [{ state: 'idle', startNs: 0, endNs: 100e6 }] },
  ],
  tasks: [
    { task: 'short', worker: 'b', startNs: 0, servedNs: 5e6, iterations: 1, checksum: 1 },
    { task: 'job', worker: 'a', startNs: 10e6, servedNs: 60e6, iterations: 1, checksum: 1 },
  ],
};

describe('measures of a cell', () => {
  it('are the longest lateness of all beats, and nothing where no beat was kept', () => {
    expect(measureOf('lateness', cell)).toBe(31e6);
    const silent = { ...cell, workers: cell.workers.slice(1) };
    expect(measureOf('lateness', silent)).toBeUndefined();
  });

  it('are nothing that was watched while work was cut short, and the lost tasks still', () => {
    const cut: CellRecord = {
      ...cell,
      outcome: { status: 'failed', reason: 'It blocked for more than 3 s.' },
      lost: [{ task: 'job', worker: 'a', outcome: 'failed', knownNs: 60e6 }],
    };
    expect(measureOf('lateness', cut)).toBeUndefined();
    expect(measureOf('lost-tasks', cut)).toBe(1);
    expect(measureOf('total', cut)).toBe(100e6);
  });

  it('are the CPU time of all workers, in time and by time, and nothing as soon as one is not known', () => {
    expect(measureOf('cpu-time', cell)).toBe(50e6);
    expect(measureOf('cpu-share', cell)).toBe(0.5);
    const [first, second] = cell.workers;
    const partly = { ...cell, workers: first && second ? [first, { ...second, cpuNs: null }] : [] };
    expect(measureOf('cpu-time', partly)).toBeUndefined();
    expect(measureOf('cpu-share', partly)).toBeUndefined();
  });

  it('are the cores that the whole process used, its connections and its memory for each wait', () => {
    const used = { ...cell, process: { cpuNs: 150e6, resident: { beforeBytes: 90e6, mostBytes: 100e6 } } };
    expect(measureOf('cores-used', used)).toBe(1.5);
    // Ten megabytes more for two tasks.
    expect(measureOf('memory-per-wait', used)).toBe(5e6);
    const given = { ...used, process: { cpuNs: 1, resident: { beforeBytes: 90e6, mostBytes: 80e6 } } };
    expect(measureOf('memory-per-wait', given)).toBe(0);
    const connected = cell.workers.map((worker, index) => ({ ...worker, ...(index === 0 && { connections: 7 }) }));
    expect(measureOf('connections', { ...cell, workers: connected })).toBe(7);
  });

  it('are how long the second task had to wait for its begin, and nothing where there is no second', () => {
    expect(measureOf('next-begin', cell)).toBe(10e6);
    const [first, second] = cell.tasks;
    expect(measureOf('next-begin', { ...cell, tasks: second && first ? [second, first] : [] })).toBe(10e6);
    expect(measureOf('next-begin', { ...cell, tasks: first ? [first] : [] })).toBeUndefined();
  });

  it('are nothing where the process was not watched, or nobody had a connection', () => {
    for (const measure of ['cores-used', 'memory-per-wait', 'connections'] as const) {
      expect(measureOf(measure, cell)).toBeUndefined();
    }
    expect(measureOf('memory-per-wait', { ...cell, process: { cpuNs: 1 } })).toBeUndefined();
  });

  it("are the time of the longest task, and its worker's idle share of it alone", () => {
    expect(measureOf('job-time', cell)).toBe(50e6);
    // Idle from 10 to 15, 40 to 45 and 55 to 60 ms of the 50 ms.
    expect(measureOf('job-idle', cell)).toBeCloseTo(0.3, 12);
    expect(measureOf('job-idle', { ...cell, tasks: [] })).toBeUndefined();
  });

  it('counts the tasks without a result, not those whose notes alone are gone', () => {
    expect(measureOf('lost-tasks', cell)).toBe(0);
    const lost = (outcome: 'timed-out' | 'completed') => ({ task: 'x', worker: null, outcome, knownNs: 5 });
    expect(measureOf('lost-tasks', { ...cell, lost: [lost('timed-out'), lost('timed-out'), lost('completed')] })).toBe(
      2,
    );
  });
});
