import { describe, expect, it } from 'vitest';
import type { RecordSummary } from '../ipc/payloads';
import { syntheticRecord } from '../testing/synthetic-record';
import { analyse } from './analysis';
import { summariseRecord } from './summarise-record';
import { usualPace, usualSeconds } from './usual-seconds';

const record = syntheticRecord({ rounds: 7 });
const analysis = analyse(record);
const { experiment, preset, rounds } = record.plan;
const wanted = { experiment, preset, rounds };

function summary(changes: Partial<RecordSummary> = {}): RecordSummary {
  return { ...summariseRecord({ record, analysis }), ...changes };
}

const machine = summary().usualOn ?? { cpuModel: '', logicalCores: 0, availableParallelism: 0, memoryBytes: 0 };

describe('usual seconds', () => {
  it('are the median of the last three runs of this machine', () => {
    const runs = [74, 70, 80, 12].map((seconds) => summary({ seconds }));
    expect(usualSeconds(runs, machine, wanted)).toEqual({ seconds: 74, runs: 3 });
    expect(usualSeconds(runs.slice(3), machine, wanted)).toEqual({ seconds: 12, runs: 1 });
  });

  it('come from no other machine, preset, experiment or number of rounds, and from no run that was ended', () => {
    const others = [
      summary({ usualOn: { ...machine, logicalCores: 64 } }),
      summary({ preset: 'thorough' }),
      summary({ experiment: 'noise-floor' }),
      summary({ rounds: 9 }),
      summary({ outcome: { status: 'cancelled' } }),
    ];
    expect(usualSeconds(others, machine, wanted)).toBeUndefined();
  });

  it('do not count runs with sizes of their own', () => {
    const own = syntheticRecord({ rounds: 7, parameters: { eggsMs: 12 } });
    const made = summariseRecord({ record: own, analysis: analyse(own) });
    expect(made.usualOn).toBeUndefined();
    expect(usualSeconds([made], machine, wanted)).toBeUndefined();
  });
});

describe('the pace of runs that are never the same twice', () => {
  const paced = (ratio: number, isSearch: boolean) => summary({ experiment: 'workbench', pace: { ratio, isSearch } });

  it('is the median of the last three of the kind, here', () => {
    const elsewhere = { ...machine, logicalCores: 64 };
    const summaries = [
      paced(1.2, true),
      paced(9, false),
      summary({ experiment: 'workbench', pace: { ratio: 7, isSearch: true }, usualOn: elsewhere }),
      paced(0.8, true),
      paced(1.1, true),
      paced(5, true),
    ];
    expect(usualPace(summaries, machine, { experiment: 'workbench', isSearch: true })).toEqual({ ratio: 1.1, runs: 3 });
    expect(usualPace([], machine, { experiment: 'workbench', isSearch: true })).toBeUndefined();
  });
});
