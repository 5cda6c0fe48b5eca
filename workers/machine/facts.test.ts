import os from 'node:os';
import { describe, expect, it } from 'vitest';
import { pinningMethod } from '../measurement/affinity';
import { governorOf, readMachineFacts } from './facts';

describe('machine facts', () => {
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
