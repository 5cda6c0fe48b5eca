import os from 'node:os';
import type { CoreTimes as CellCoreTimes } from '@core/record/events';

interface CoreTimes {
  readonly busy: number;
  readonly total: number;
}

/** Cumulative times of every logical core, in milliseconds, from the operating system's counters. */
function coreTimes(): readonly CoreTimes[] {
  return os.cpus().map(({ times }) => {
    const busy = times.user + times.nice + times.sys + times.irq;
    return { busy, total: busy + times.idle };
  });
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
      const shares = after.map((now, core) => {
        const then = before[core] ?? { busy: 0, total: 0 };
        const total = now.total - then.total;
        return total > 0 ? Math.min(1, Math.max(0, (now.busy - then.busy) / total)) : 0;
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
    const deltas = coreTimes().map(({ busy, total }, core) => ({
      busyMs: Math.max(0, busy - (before[core]?.busy ?? busy)),
      totalMs: Math.max(0, total - (before[core]?.total ?? total)),
    }));
    return { busyMs: deltas.map(({ busyMs }) => busyMs), totalMs: deltas.map(({ totalMs }) => totalMs) };
  };
}
