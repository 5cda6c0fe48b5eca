import os from 'node:os';
import { describe, expect, it } from 'vitest';
import { pinningMethod } from '../measurement/affinity';
import { governorOf, hypervisorIn, physicalCoresOf, readMachineFacts } from './facts';

function processor(n: number, socket: number, core: number): string {
  return `processor\t: ${n}\nphysical id\t: ${socket}\ncore id\t\t: ${core}\nflags\t\t: fpu sse hypervisor avx\n`;
}

describe('machine facts', () => {
  it('counts physical cores, not hardware threads', () => {
    const fourThreadsOnTwoCores = [processor(0, 0, 0), processor(1, 0, 1), processor(2, 0, 0), processor(3, 0, 1)];
    expect(physicalCoresOf(fourThreadsOnTwoCores.join('\n'))).toBe(2);
    expect(physicalCoresOf([processor(0, 0, 0), processor(1, 1, 0)].join('\n'))).toBe(2);
    expect(physicalCoresOf('processor\t: 0\nBogoMIPS\t: 50\n')).toBeNull();
  });

  it('tells a virtual machine from the flag, and says nothing without flags', () => {
    expect(hypervisorIn(processor(0, 0, 0))).toBe(true);
    expect(hypervisorIn('flags\t\t: fpu sse\n')).toBe(false);
    expect(hypervisorIn('Features\t: fp asimd\n')).toBeNull();
  });

  it('names each governor once', () => {
    const files = new Map([
      ['/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor', 'schedutil\n'],
      ['/sys/devices/system/cpu/cpu1/cpufreq/scaling_governor', 'performance\n'],
      ['/sys/devices/system/cpu/cpu2/cpufreq/scaling_governor', 'schedutil\n'],
    ]);
    const read = (path: string): string | null => files.get(path) ?? null;
    expect(governorOf(read, ['cpu0', 'cpu2'])).toBe('schedutil');
    expect(governorOf(read, ['cpu0', 'cpu1', 'cpu2', 'cpu3'])).toBe('schedutil, performance');
    expect(governorOf(read, ['cpu3'])).toBeNull();
  });

  it('reads this machine: what is known is possible', async () => {
    const facts = await readMachineFacts();
    expect(facts.memoryAvailableBytes).toBeGreaterThan(1e6);
    expect(facts.memoryAvailableBytes).toBeLessThanOrEqual(os.totalmem());
    expect(facts.cpuQuotaCores ?? 1).toBeGreaterThan(0);
    expect([true, false, null]).toContain(facts.temporaryFolderInMemory);
    if (pinningMethod() === 'none') expect(facts.pinning).toBeNull();
    else expect(facts.pinning).toMatch(/^(taskset|processor affinity), logical CPUs \d[\d,-]*$/);
  });
});
