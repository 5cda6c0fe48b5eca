import { describe, expect, it } from 'vitest';
import { threadsOrProcesses } from '../experiments/threads-or-processes/definition';
import { analyse } from '../analysis/analysis';
import type { UnsealedRecord } from '../record/record';
import { syntheticTasksRecord } from '../testing/synthetic-tasks';
import { syntheticRecord } from '../testing/synthetic-record';
import { claimSourceOf, isSameMachine, machineOf } from './claim-source';
import type { ClaimSource } from './claim-types';
import { judgeByRecord, judgeClaims } from './judge-claims';

function sourceOf(record: UnsealedRecord): ClaimSource {
  return claimSourceOf(record, analyse(record));
}

describe('claimSourceOf', () => {
  it('keeps of a record what judging needs', () => {
    const record = syntheticRecord({ rounds: 9 });
    const source = sourceOf(record);
    expect(source).toMatchObject({ experiment: 'eggs-and-toast', isCompleted: true, hasOwnParameters: false });
    expect(source.verdicts).toHaveLength(9);
    expect(JSON.stringify(source).length).toBeLessThan(10_000);
    const [first, second] = judgeByRecord(source);
    expect(first).toMatchObject({ number: 1, verdict: 'supported' });
    expect(second).toMatchObject({ number: 2, verdict: 'supported' });
  });

  it('says if the sizes of the work are not those of the experiment', () => {
    expect(sourceOf(syntheticRecord({ parameters: { eggsMs: 12 } })).hasOwnParameters).toBe(true);
  });

  it('takes records that have neither pinnings nor cores in their plan nor levels', () => {
    expect(sourceOf(syntheticRecord())).toMatchObject({ pinned: [], cores: 2 });
  });

  it('takes what the analysis says, whatever the record stores', () => {
    const record = syntheticRecord();
    const [part] = analyse(record).parts;
    const stored = (part?.verdicts ?? []).map((one) => ({ ...one, verdict: 'slower' as const }));
    const source = sourceOf({ ...record, verdicts: stored, levels: [] });
    expect(source.verdicts.slice(0, stored.length)).toEqual(part?.verdicts);
  });

  it('gives no evidence where the record contradicts itself', () => {
    const record = syntheticRecord();
    const contradiction = { code: 'order-missing', values: {} } as const;
    const source = claimSourceOf(record, { ...analyse(record), contradiction });
    expect(judgeByRecord(sourceOf(record)).some(({ evidence }) => evidence.length > 0)).toBe(true);
    expect(judgeByRecord(source).every(({ evidence }) => evidence.length === 0)).toBe(true);
    const ledger = judgeClaims([source], machineOf(record.environment));
    expect(ledger.leftOut).toEqual({ otherMachines: 0, notCompleted: 0, contradictory: 1 });
    expect(ledger.claims.every(({ evidence }) => evidence.length === 0)).toBe(true);
  });

  it('gives wages only from enough hirings', () => {
    const few = sourceOf(syntheticRecord());
    expect(few.levels.find(({ measure }) => measure === 'hiring')).toMatchObject({ rounds: 3, verdict: 'undecided' });
    const record = syntheticTasksRecord(threadsOrProcesses(2), { totalMs: () => 100 });
    const enough = sourceOf(record).levels.filter(({ condition }) => condition === 'processes');
    expect(enough).toMatchObject([
      { measure: 'hiring', rounds: 10, verdict: 'above', threshold: 1e6 },
      { measure: 'memory', rounds: 10, verdict: 'above', value: { estimate: 5e6 } },
    ]);
  });
});

describe('isSameMachine', () => {
  it('looks at processor, cores and memory alone', () => {
    const { environment } = syntheticRecord();
    const machine = machineOf(environment);
    const updated = { ...environment, electron: '25.1.1', cpuModel: 'Synthetic CPU ' };
    expect(isSameMachine(machine, machineOf(updated))).toBe(true);
    expect(isSameMachine(machine, { ...machine, availableParallelism: 2 })).toBe(false);
  });
});
