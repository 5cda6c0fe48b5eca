import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { knead } from '@core/kernels/knead';
import { countersOf, createCounterReader, unitsOf } from './process-counters';

const onLinux = process.platform === 'linux';

describe('countersOf', () => {
  const units = { ticksPerSecond: 100, pageBytes: 4096 };
  /** Fields 3 to 52 numbered by their own position, so that a wrong one shows. */
  const fields = Array.from({ length: 50 }, (_, index) => (index === 0 ? 'S' : String(index + 3))).join(' ');

  it.each(['cat', 'a name with spaces', ') odd (', ''])('finds its fields behind the name "%s"', (name) => {
    const found = countersOf(`42 (${name}) ${fields}`, units);
    expect(found).toEqual({
      cpuSeconds: (14 + 15) / 100,
      residentBytes: 24 * 4096,
      endedChildrenSeconds: (16 + 17) / 100,
    });
  });

  it.each(['', '42 (cat)', '42 (cat) S 1 2'])('refuses "%s"', (text) => {
    expect(countersOf(text, units)).toBeUndefined();
  });
});

describe('unitsOf', () => {
  it('reads page size and ticks from the auxiliary vector, and nothing from one without them', () => {
    const vector = Buffer.alloc(48);
    [33n, 7n, 6n, 16_384n, 17n, 100n].forEach((word, at) => vector.writeBigUInt64LE(word, 8 * at));
    expect(unitsOf(vector)).toEqual({ pageBytes: 16_384, ticksPerSecond: 100 });
    expect(unitsOf(vector.subarray(0, 32))).toBeUndefined();
    expect(unitsOf(Buffer.alloc(0))).toBeUndefined();
  });
});

describe.runIf(onLinux)('createCounterReader (Linux)', () => {
  const reader = createCounterReader();

  it('agrees with getconf, with the runtime on memory, and counts CPU time that was used', () => {
    expect(reader).toBeDefined();
    const ticks = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
    const before = reader?.process(process.pid);
    const usageBefore = process.cpuUsage();
    knead(100_000_000, 1);
    const after = reader?.process(process.pid);
    const used = process.cpuUsage(usageBefore);
    const counted = (after?.cpuSeconds ?? Number.NaN) - (before?.cpuSeconds ?? Number.NaN);
    // Two ticks at each end: the same time by another counter of the system.
    expect(Math.abs(counted - (used.user + used.system) / 1e6)).toBeLessThan(4 / ticks);
    const ratio = (after?.residentBytes ?? 0) / process.memoryUsage().rss;
    expect(ratio).toBeGreaterThan(0.8);
    expect(ratio).toBeLessThan(1.25);
  });

  it('counts what a child used once it has ended', () => {
    const secondsBefore = reader?.process(process.pid)?.endedChildrenSeconds ?? Number.NaN;
    const burn = 'const from = process.cpuUsage().user; while (process.cpuUsage().user - from < 300_000);';
    execFileSync(process.execPath, ['-e', burn]);
    const seconds = (reader?.process(process.pid)?.endedChildrenSeconds ?? Number.NaN) - secondsBefore;
    expect(seconds).toBeGreaterThan(0.28);
    expect(seconds).toBeLessThan(30);
  });

  it('reads threads of a process, and says that what has gone has gone', () => {
    const tids = readdirSync(`/proc/${process.pid}/task`).map(Number);
    for (const tid of tids) expect(reader?.threadSeconds(process.pid, tid)).toBeGreaterThanOrEqual(0);
    expect(reader?.threadSeconds(process.pid, 2 ** 30)).toBeUndefined();
    expect(reader?.process(2 ** 30)).toBeUndefined();
  });
});
