import { describe, expect, it } from 'vitest';
import type { ProcessesSample, ProcessSample, ThreadSample } from '../ipc/monitor';
import { processTree } from './process-tree';

function one(pid: number, role: ProcessSample['role'], cpuSeconds: number | null, rest = {}): ProcessSample {
  return { pid, role, detail: '', cpuSeconds, memoryBytes: 1e6, threads: [], ...rest };
}

function sample(atMs: number, processes: ProcessSample[]): ProcessesSample {
  return { type: 'processes', sequence: atMs, atMs, source: 'proc', processes };
}

function worker(tid: number, cpuSeconds: number, seat = 'egg'): ThreadSample {
  return { tid, role: 'worker', condition: 'threads', seat, cpuSeconds };
}

describe('processTree', () => {
  const before = sample(1_000, [one(1, 'main', 2), one(2, 'page', 1), one(3, 'monitor', 0.5)]);
  const newest = sample(3_000, [one(3, 'monitor', 0.52), one(9, 'lab', 0.25), one(2, 'page', 2), one(1, 'main', 2.5)]);

  it('puts processes into groups with totals, in a fixed order', () => {
    const { groups } = processTree(newest, before);
    expect(groups.map(({ group, processes }) => [group, ...processes.map(({ pid }) => pid)])).toEqual([
      ['run', 9],
      ['window', 1, 2],
      ['instruments', 3],
    ]);
    expect(groups.map(({ cpuSeconds, memoryBytes }) => [cpuSeconds, memoryBytes])).toEqual([
      [0.25, 1e6],
      [4.5, 2e6],
      [0.52, 1e6],
    ]);
  });

  it('takes shares of a core between the two samples, and none for a process that is new', () => {
    const tree = processTree(newest, before);
    const shares = tree.groups.map(({ share }) => share);
    expect(shares[0]).toBeNull();
    expect(shares[1]).toBeCloseTo(0.75);
    expect(shares[2]).toBeCloseTo(0.01);
    expect(tree.share).toBeCloseTo(0.76);
    expect(tree.cpuSeconds).toBeCloseTo(5.27);
    expect(tree.shareSeconds).toBe(2);
  });

  it('has no share from one sample alone, nor from a counter that went back or a pid with another role', () => {
    expect(processTree(newest, undefined)).toMatchObject({ share: null, shareSeconds: 0 });
    expect(processTree(sample(2, [one(1, 'main', 1)]), sample(1, [one(1, 'main', 2)])).share).toBeNull();
    expect(processTree(sample(2, [one(1, 'task', 3)]), sample(1, [one(1, 'machine', 2)])).share).toBeNull();
  });

  it('shows known threads below their process, and what is left of it', () => {
    const threads = [worker(11, 1), worker(12, 0.5, 'toast')];
    const lab = one(9, 'lab', 2, { threads });
    const earlier = one(9, 'lab', 1, { threads: [worker(11, 0.4)] });
    const [group] = processTree(sample(2_000, [lab]), sample(1_000, [earlier])).groups;
    const rows = group?.processes[0]?.threads ?? [];
    expect(rows.map(({ role, tid, cpuSeconds }) => [role, tid, cpuSeconds])).toEqual([
      ['worker', 11, 1],
      ['worker', 12, 0.5],
      ['rest', null, 0.5],
    ]);
    expect(rows[0]?.share).toBeCloseTo(0.6);
    expect(rows[1]?.share).toBeNull();
    // Threads are part of their process: the group counts the process alone.
    expect([group?.cpuSeconds, group?.share]).toEqual([2, 1]);
  });

  it('never shows less than nothing for the rest, though ticks are coarser than nanoseconds', () => {
    const lab = one(9, 'lab', 0.99, { threads: [worker(11, 0.995)] });
    expect(processTree(sample(1, [lab]), undefined).groups[0]?.processes[0]?.threads.at(-1)?.cpuSeconds).toBe(0);
  });

  it('says nothing where the system tells nothing', () => {
    const tree = processTree(
      sample(2, [one(1, 'main', null, { memoryBytes: null })]),
      sample(1, [one(1, 'main', null)]),
    );
    expect([tree.cpuSeconds, tree.share, tree.memoryBytes]).toEqual([null, null, null]);
  });
});
