import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryAvailableBytes } from './memory-available';
import { isInMemory } from './temporary-folder';
import { throttleCount, throttlingWarning } from './throttling';

const onLinux = process.platform === 'linux';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(os.tmpdir(), 'lab-machine-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('memory available', () => {
  it('is MemAvailable, or what a control group leaves of it', () => {
    const files = new Map([['/proc/meminfo', 'MemTotal: 9000 kB\nMemFree:  100 kB\nMemAvailable:   2000 kB\n']]);
    const read = (path: string): string | null => files.get(path) ?? null;
    expect(memoryAvailableBytes(read)).toBe(2000 * 1024);
    files.set('/proc/self/cgroup', '0::/\n');
    files.set('/sys/fs/cgroup/memory.max', '1500000');
    files.set('/sys/fs/cgroup/memory.current', '500000');
    expect(memoryAvailableBytes(read)).toBe(1_000_000);
  });
});

describe('file systems in memory', () => {
  it.runIf(onLinux && isFolder('/dev/shm'))('are told from those on a disk (Linux)', () => {
    expect(isInMemory('/dev/shm')).toBe(true);
    expect(isInMemory('/proc')).toBe(false);
  });

  it('are unknown where nothing can be asked', () => {
    expect(isInMemory(join(folder, 'missing'))).toBeNull();
  });
});

describe('throttling by heat', () => {
  function cpu(name: string, count: string): void {
    mkdirSync(join(folder, name, 'thermal_throttle'), { recursive: true });
    writeFileSync(join(folder, name, 'thermal_throttle', 'core_throttle_count'), count);
  }

  it('is counted over all cores, and nothing else', () => {
    expect(throttleCount(folder)).toBeNull();
    expect(throttleCount(join(folder, 'missing'))).toBeNull();
    cpu('cpu0', '3\n');
    cpu('cpu11', '4\n');
    cpu('cpuidle', '100\n');
    expect(throttleCount(folder)).toBe(7);
  });

  it('warns only if it was seen to happen', () => {
    expect(throttlingWarning(7, 9)).toEqual({ code: 'thermal-throttling', values: { times: 2 } });
    for (const [before, after] of [
      [7, 7],
      [null, 7],
      [7, null],
      [9, 7],
    ] as const) {
      expect(throttlingWarning(before, after)).toBeUndefined();
    }
  });
});

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
