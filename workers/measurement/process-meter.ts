import type { ProcessesSample, ProcessSample } from '@core/ipc/monitor';
import type { RosterEntry, ToMonitor } from '@core/protocol/monitor';
import { createCounterReader } from './process-counters';
import type { CounterReader } from './process-counters';

type Roster = Extract<ToMonitor, { type: 'roster' }>;

/** Reads the counters of the processes that main has named. */
export interface ProcessMeter {
  /** Takes over who is who. */
  know(roster: Pick<Roster, 'source' | 'processes'>): void;
  /** A reading of all of them at this moment; those that have gone are left out. */
  read(): Pick<ProcessesSample, 'source' | 'processes'>;
}

/** @param reader null where counters come with the roster, or not at all */
export function createProcessMeter(reader: CounterReader | null = createCounterReader() ?? null): ProcessMeter {
  let known: Pick<Roster, 'source' | 'processes'> = { source: 'none', processes: [] };
  return {
    know(roster) {
      known = roster;
    },
    read() {
      if (!reader) {
        // No counter of threads outside Linux: they are not shown at all rather than without a figure.
        const processes = known.processes.map((entry) => ({ ...entry, threads: [] }));
        return { source: known.source, processes };
      }
      return { source: 'proc', processes: known.processes.flatMap((entry) => readEntry(entry, reader)) };
    },
  };
}

function readEntry({ pid, role, detail, threads }: RosterEntry, reader: CounterReader): readonly ProcessSample[] {
  const counters = reader.process(pid);
  if (!counters) return [];
  const running = threads.flatMap((thread) => {
    const cpuSeconds = reader.threadSeconds(pid, thread.tid);
    return cpuSeconds === undefined ? [] : [{ ...thread, cpuSeconds }];
  });
  const { cpuSeconds, residentBytes } = counters;
  return [{ pid, role, detail, cpuSeconds, memoryBytes: residentBytes, threads: running }];
}
