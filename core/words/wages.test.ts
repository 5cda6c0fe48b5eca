import { describe, expect, it } from 'vitest';
import { contextOf } from '../testing/every-experiment';
import { syntheticRecord } from '../testing/synthetic-record';
import { plainCell, type Block } from './blocks';
import type { ReportContext } from './context';
import { transports, wages, wagesLine } from './wages';

const context = contextOf(syntheticRecord({ rounds: 7 }));

function rowsOf(of: ReportContext): readonly (readonly string[])[] {
  return wages(of).flatMap((block: Block) =>
    block.kind === 'table' ? block.table.rows.map((row) => row.map(plainCell)) : [],
  );
}

describe('wages', () => {
  it('lists what the conditions that hire cost, with units, interval and n', () => {
    const [threads, processes] = rowsOf(context);
    expect([threads?.[0], processes?.[0]]).toEqual(['Hired cooks, threads', 'Hired cooks, processes']);
    expect(processes?.[2]).toMatch(/^\d+(\.\d)? ms \[.+\]\nn\u00a0=\u00a03$/);
    expect(threads?.[3]).toMatch(/MB \[.+\]\nn\u00a0=\u00a03$/);
    expect(threads?.[4]).toMatch(/µs \[.+\]\nn\u00a0=\u00a050$/);
    expect(threads?.[5]).toBe('none');
    expect(processes?.[5]).toMatch(/µs \[.+\]\nn\u00a0=\u00a050$/);
  });

  it('say what the machine does not tell', () => {
    const silent = context.analysis.wages.map((one) => ({
      ...one,
      memoryPerWorkerBytes: undefined,
      roundTrip: undefined,
    }));
    const of = { ...context, analysis: { ...context.analysis, wages: silent, parts: [] } };
    for (const row of rowsOf(of)) expect(row.slice(3, 5)).toEqual(['not told', 'not told']);
    expect(wages(of)).toHaveLength(2);
  });

  it('tell a record without hirings from an experiment in which nobody is hired', () => {
    const none = { ...context, analysis: { ...context.analysis, wages: [] } };
    expect(wages(none)).toEqual([
      { kind: 'paragraph', text: 'This record has no hirings: the run ended before them.' },
    ]);
    expect(wages({ ...none, experiment: { ...none.experiment, conditions: [] } })).toEqual([
      { kind: 'paragraph', text: 'Nobody is hired in this experiment, so there are no wages.' },
    ]);
  });

  it("name the transport, and tell what Electron's own port would take beside it", () => {
    const record = context.record;
    const messageTrips = record.messageTrips.map((one) =>
      one.kind === 'process'
        ? {
            ...one,
            relayNs: [],
            transport: 'socket' as const,
            overPort: { roundTripNs: one.roundTripNs.map((ns) => 3 * ns), relayNs: one.roundTripNs },
          }
        : { ...one, transport: 'thread-port' as const },
    );
    const direct = contextOf({ ...record, messageTrips });
    const [threads, processes] = rowsOf(direct);
    expect(rowsOf(context)[0]).toHaveLength(6);
    expect([threads?.[5], threads?.[6], processes?.[5]]).toEqual(['none', 'none', 'none']);
    expect(processes?.[6]).toMatch(/s \[.+\]\nn\u00a0=\u00a050$/);
    expect(transports(direct)).toEqual([
      expect.stringMatching(
        /^Hired cooks, processes: messages go by a local socket .+ would take .+ in its two relays/,
      ),
    ]);
    expect(transports(context)).toEqual([]);
    const byPort = record.messageTrips.map((one) => ({ ...one, transport: 'electron-port' as const }));
    expect(transports(contextOf({ ...record, messageTrips: byPort })).join()).toContain(
      'no local socket could be opened',
    );
  });

  it('are one line in a terminal', () => {
    const [first] = context.analysis.wages;
    expect(first && wagesLine(context, first)).toMatch(
      /^Wages, Hired cooks, threads: hiring 2 takes [\d.]+ ms \[.*\], n.=.3, /,
    );
  });
});
