import fs from 'node:fs';
import os from 'node:os';
import type { CoreTimes as CellCoreTimes } from '@core/record/events';
import { systemFiles } from '@core/machine/system-files';

interface CoreTimes {
  readonly cpu: number;
  readonly busy: number;
  readonly total: number;
}

/** Linux counts in steps of 1/USER_HZ, a hundredth of a second on every architecture that the lab runs on (man 7 time). */
const stepMs = 10;

/** Fields of a `cpu` line of /proc/stat (man 5 proc): time of each kind since the start. */
const fields = ['user', 'nice', 'system', 'idle', 'iowait', 'irq', 'softirq'] as const;

/**
 * Times of every logical CPU that is switched on, of the text of /proc/stat. A CPU whose tasks wait for a disk is idle; time that a
 * host took from a virtual machine is neither. Empty for a text of another form.
 */
export function coreTimesIn(stat: string): readonly CoreTimes[] {
  return [...stat.matchAll(/^cpu(\d{1,5}) +([\d ]+)$/gm)].flatMap(([, cpu = '', counts = '']) => {
    const found = counts.trim().split(/ +/).map(Number);
    const of = (name: (typeof fields)[number]): number => (found[fields.indexOf(name)] ?? 0) * stepMs;
    if (found.length < 4 || !found.every(Number.isSafeInteger)) return [];
    const busy = of('user') + of('nice') + of('system') + of('irq') + of('softirq');
    return [{ cpu: Number(cpu), busy, total: busy + of('idle') + of('iowait') }];
  });
}

const { read } = systemFiles(fs);

/**
 * Cumulative times of every logical core, in milliseconds. On Linux from /proc/stat: `os.cpus()` also asks each core for its
 * frequency, which takes 20 ms a core on some machines.
 */
function coreTimes(): readonly CoreTimes[] {
  const found = process.platform === 'linux' ? coreTimesIn(read('/proc/stat') ?? '') : [];
  if (found.length > 0) return found;
  return os.cpus().map(({ times }, cpu) => {
    const busy = times.user + times.nice + times.sys + times.irq;
    return { cpu, busy, total: busy + times.idle };
  });
}

/** Logical cores that are switched on now. */
export function coresOnline(): readonly number[] {
  return coreTimes().map(({ cpu }) => cpu);
}

/** What a core did between two readings; nothing where its counters went back, or began only now. */
function since(now: CoreTimes, before: readonly CoreTimes[]): { readonly busyMs: number; readonly totalMs: number } {
  const then = before.find(({ cpu }) => cpu === now.cpu) ?? now;
  const totalMs = Math.max(0, now.total - then.total);
  return { busyMs: Math.min(totalMs, Math.max(0, now.busy - then.busy)), totalMs };
}

/** Measures the machine's load between calls. */
export interface LoadMeter {
  /** Busy share of each core (0..1) since the meter was made or last read. */
  read(): number[];
}

export function createLoadMeter(): LoadMeter {
  let before = coreTimes();
  return {
    read() {
      const after = coreTimes();
      const shares = after.map((now) => {
        const { busyMs, totalMs } = since(now, before);
        return totalMs > 0 ? busyMs / totalMs : 0;
      });
      before = after;
      return shares;
    },
  };
}

/** Begins to watch every core. The function gives what each did since: milliseconds busy, and in all. */
export function watchCores(): () => CellCoreTimes {
  const before = coreTimes();
  return () => {
    const deltas = coreTimes().map((now) => since(now, before));
    return { busyMs: deltas.map(({ busyMs }) => busyMs), totalMs: deltas.map(({ totalMs }) => totalMs) };
  };
}
