import { describe, expect, it } from 'vitest';
import { cpuQuotaCores, memoryRoomBytes, quotaOf } from './control-group';
import type { ReadText } from './read-text';

function machine(files: Readonly<Record<string, string>>): ReadText {
  return (path) => files[path] ?? null;
}

const version1 = '9:name=systemd:/\n4:memory:/user/lab\n3:cpu,cpuacct:/user/lab\n0::/\n';

describe('CPU quota', () => {
  it.each([
    ['max 100000', null],
    ['-1 100000', null],
    ['150000 100000', 1.5],
    ['', null],
  ])('reads %j', (text, cores) => {
    expect(quotaOf(text)).toBe(cores);
  });

  it('is the smallest of the own group and all above it (version 2)', () => {
    const files = {
      '/proc/self/cgroup': '0::/user.slice/lab.scope\n',
      '/sys/fs/cgroup/user.slice/cpu.max': '150000 100000\n',
      '/sys/fs/cgroup/user.slice/lab.scope/cpu.max': 'max 100000\n',
    };
    expect(cpuQuotaCores(machine(files))).toBe(1.5);
    expect(cpuQuotaCores(machine({ ...files, '/sys/fs/cgroup/user.slice/lab.scope/cpu.max': '50000 100000' }))).toBe(
      0.5,
    );
  });

  it('is read from the tree of its controller (version 1)', () => {
    const at = (folder: string, quota: string): Record<string, string> => ({
      '/proc/self/cgroup': version1,
      [`${folder}/cpu.cfs_quota_us`]: quota,
      [`${folder}/cpu.cfs_period_us`]: '100000\n',
    });
    expect(cpuQuotaCores(machine(at('/sys/fs/cgroup/cpu,cpuacct/user/lab', '250000\n')))).toBe(2.5);
    expect(cpuQuotaCores(machine(at('/sys/fs/cgroup/cpu/user', '250000\n')))).toBe(2.5);
    // In a container the path is the host's, and the root is the container's own group.
    expect(cpuQuotaCores(machine(at('/sys/fs/cgroup/cpu', '50000\n')))).toBe(0.5);
    expect(cpuQuotaCores(machine(at('/sys/fs/cgroup/cpu', '-1\n')))).toBeNull();
  });

  it('is none without control groups, and none from a group that cannot be reached', () => {
    expect(cpuQuotaCores(machine({}))).toBeNull();
    expect(cpuQuotaCores(machine({ '/proc/self/cgroup': '0::/../other\n', '/sys/fs/cpu.max': '1 2' }))).toBeNull();
  });
});

describe('memory room', () => {
  it('is the limit without what is used and cannot be dropped (version 2)', () => {
    const files = {
      '/proc/self/cgroup': '0::/lab\n',
      '/sys/fs/cgroup/lab/memory.max': '1000\n',
      '/sys/fs/cgroup/lab/memory.current': '700\n',
    };
    expect(memoryRoomBytes(machine(files))).toBe(300);
    const cached = { '/sys/fs/cgroup/lab/memory.stat': 'anon 100\nactive_file 50\ninactive_file 200\n' };
    expect(memoryRoomBytes(machine({ ...files, ...cached }))).toBe(500);
    expect(memoryRoomBytes(machine({ ...files, '/sys/fs/cgroup/lab/memory.max': 'max\n' }))).toBeNull();
  });

  it('is the smallest on the way to the root (version 1), never below 0', () => {
    const files = {
      '/proc/self/cgroup': version1,
      '/sys/fs/cgroup/memory/user/memory.limit_in_bytes': '9223372036854771712\n',
      '/sys/fs/cgroup/memory/user/memory.usage_in_bytes': '700\n',
      '/sys/fs/cgroup/memory/user/lab/memory.limit_in_bytes': '600\n',
      '/sys/fs/cgroup/memory/user/lab/memory.usage_in_bytes': '550\n',
      '/sys/fs/cgroup/memory/user/lab/memory.stat': 'inactive_file 10\ntotal_inactive_file 30\n',
    };
    expect(memoryRoomBytes(machine(files))).toBe(80);
    expect(memoryRoomBytes(machine({ ...files, '/sys/fs/cgroup/memory/user/lab/memory.usage_in_bytes': '700' }))).toBe(
      0,
    );
  });
});
