import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { cpuTicksOf, killFamily } from './kill-family';

function isRunning(pid: number): boolean {
  try {
    return !/^State:\s*[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

it.runIf(process.platform === 'linux')('ends a stopped process and what it has started', async () => {
  const parent = spawn('sh', ['-c', 'sleep 600 & echo $!; wait'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const pid = parent.pid ?? Number.NaN;
  const [line] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string];
  const child = Number(line);
  process.kill(pid, 'SIGSTOP');
  expect([pid, child].map(isRunning)).toEqual([true, true]);
  killFamily(pid);
  await expect.poll(() => [pid, child].filter(isRunning), { timeout: 5_000 }).toEqual([]);
});

it.runIf(process.platform === 'linux')(
  'tells the CPU time of a process that computes from that of one that is stopped',
  async () => {
    const busy = spawn('sh', ['-c', 'while :; do :; done'], { stdio: 'ignore' });
    const pid = busy.pid ?? Number.NaN;
    const before = cpuTicksOf(pid) ?? Number.NaN;
    await expect.poll(() => cpuTicksOf(pid) ?? Number.NaN, { timeout: 20_000 }).toBeGreaterThan(before);
    process.kill(pid, 'SIGSTOP');
    await expect.poll(() => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.[0]).toBe('T');
    const stopped = cpuTicksOf(pid);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(cpuTicksOf(pid)).toBe(stopped);
    killFamily(pid);
    await once(busy, 'exit');
    expect(cpuTicksOf(pid)).toBeUndefined();
  },
);
