import { describe, expect, it } from 'vitest';
import type { RosterEntry } from '@core/protocol/monitor';
import type { CounterReader } from './process-counters';
import { createProcessMeter } from './process-meter';

const thread = { tid: 11, role: 'worker', condition: 'threads', seat: 'egg' } as const;
const lab: RosterEntry = { pid: 10, role: 'lab', detail: '', cpuSeconds: 7, memoryBytes: 8, threads: [thread] };
const page: RosterEntry = { pid: 20, role: 'page', detail: '', cpuSeconds: null, memoryBytes: null, threads: [] };

function readerOf(pids: readonly number[], tids: readonly number[]): CounterReader {
  return {
    process: (pid) =>
      pids.includes(pid) ? { cpuSeconds: pid / 10, residentBytes: 1_000 * pid, endedChildrenSeconds: 0 } : undefined,
    threadSeconds: (_pid, tid) => (tids.includes(tid) ? tid / 100 : undefined),
  };
}

describe('process meter', () => {
  it('reads every process and thread that main named, by its own counters', () => {
    const meter = createProcessMeter(readerOf([10, 20], [11]));
    meter.know({ source: 'none', processes: [lab, page] });
    expect(meter.read()).toEqual({
      source: 'proc',
      processes: [
        { ...lab, cpuSeconds: 1, memoryBytes: 10_000, threads: [{ ...thread, cpuSeconds: 0.11 }] },
        { ...page, cpuSeconds: 2, memoryBytes: 20_000 },
      ],
    });
  });

  it('leaves out what has gone since', () => {
    const meter = createProcessMeter(readerOf([10], []));
    meter.know({ source: 'none', processes: [lab, page] });
    expect(meter.read().processes).toEqual([{ ...lab, cpuSeconds: 1, memoryBytes: 10_000, threads: [] }]);
  });

  it("passes Electron's counters on where the system has none, without threads", () => {
    const meter = createProcessMeter(null);
    meter.know({ source: 'app-metrics', processes: [lab, page] });
    expect(meter.read()).toEqual({ source: 'app-metrics', processes: [{ ...lab, threads: [] }, page] });
  });
});
