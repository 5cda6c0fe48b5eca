import { describe, expect, it } from 'vitest';
import { rosterOf } from './roster';
import type { AppMetric, RosterParts } from './roster';

const metrics: readonly AppMetric[] = [
  { pid: 1, type: 'Browser', cpu: {}, memory: { workingSetSize: 10 } },
  { pid: 2, type: 'Zygote', cpu: {} },
  { pid: 3, type: 'GPU', cpu: {} },
  { pid: 4, type: 'Utility', name: 'Network Service', serviceName: 'network.mojom.NetworkService', cpu: {} },
  { pid: 5, type: 'Tab', cpu: { cumulativeCPUUsage: 1.5 }, memory: { workingSetSize: 20 } },
  { pid: 6, type: 'Tab', cpu: {} },
  { pid: 7, type: 'Utility', name: 'Concurrency Lab monitor 1', cpu: {} },
  // Has gone since Electron was asked.
  { pid: 10, type: 'Utility', name: 'Concurrency Lab machine 2', cpu: {} },
];
const parts: RosterParts = {
  metrics,
  utilities: [
    { pid: 7, entry: 'monitor', label: 'Concurrency Lab monitor' },
    { pid: 8, entry: 'lab-process', label: 'Concurrency Lab lab process' },
    { pid: 9, entry: 'task-process', label: 'Concurrency Lab processes/hired-1' },
  ],
  threads: [
    { pid: 8, tid: 80, role: 'dispatcher', condition: '', seat: '' },
    { pid: 99, tid: 990, role: 'worker', condition: 'threads', seat: 'egg' },
  ],
  pagePid: 5,
  withCounters: false,
};

describe('rosterOf', () => {
  it("says in the lab's words what each process is for, also of one that Electron does not name yet", () => {
    expect(rosterOf(parts).map(({ pid, role, detail }) => [pid, role, detail])).toEqual([
      [1, 'main', ''],
      [2, 'helper', 'Zygote'],
      [3, 'gpu', ''],
      [4, 'network', ''],
      [5, 'page', ''],
      [6, 'report', ''],
      [7, 'monitor', ''],
      [8, 'lab', ''],
      [9, 'task', 'processes/hired-1'],
    ]);
  });

  it('puts threads below their process, and forgets those of a process that has gone', () => {
    const threads = rosterOf(parts).flatMap((entry) => entry.threads.map(({ tid }) => [entry.pid, tid]));
    expect(threads).toEqual([[8, 80]]);
  });

  it("gives Electron's counters along only if asked, and null where it has none", () => {
    const counters = (withCounters: boolean): unknown[] =>
      rosterOf({ ...parts, withCounters })
        .filter(({ pid }) => pid === 1 || pid === 5)
        .map(({ cpuSeconds, memoryBytes }) => [cpuSeconds, memoryBytes]);
    expect(counters(true)).toEqual([
      [null, 10_240],
      [1.5, 20_480],
    ]);
    expect(counters(false)).toEqual([
      [null, null],
      [null, null],
    ]);
  });
});
