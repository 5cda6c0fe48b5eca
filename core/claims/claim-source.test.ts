import { describe, expect, it } from 'vitest';
import { threadsOrProcesses } from '../experiments/threads-or-processes/definition';
import { verdictsOf } from '../analysis/analysis';
import { syntheticMatrixRecord } from '../testing/synthetic-matrix';
import { syntheticRecord } from '../testing/synthetic-record';
import { claimSourceOf, isSameMachine, machineOf } from './claim-source';
import { judgeByRecord } from './judge-claims';

describe('claimSourceOf', () => {
  it('keeps of a record what judging needs', () => {
    const record = syntheticRecord({ rounds: 9 });
    const source = claimSourceOf({ ...record, verdicts: verdictsOf(record) });
    expect(source).toMatchObject({ experiment: 'eggs-and-toast', isCompleted: true, hasOwnParameters: false });
    expect(source.verdicts).toHaveLength(9);
    expect(JSON.stringify(source).length).toBeLessThan(10_000);
    const [first, second] = judgeByRecord(source);
    expect(first).toMatchObject({ number: 1, verdict: 'supported' });
    expect(second).toMatchObject({ number: 2, verdict: 'supported' });
  });

  it('says if the sizes of the work are not those of the experiment', () => {
    expect(claimSourceOf(syntheticRecord({ parameters: { eggsMs: 12 } })).hasOwnParameters).toBe(true);
  });

  it('takes records that have neither pinnings nor cores in their plan nor levels', () => {
    expect(claimSourceOf(syntheticRecord())).toMatchObject({ pinned: [], cores: 2 });
  });

  it('takes the level verdicts of records that have some', () => {
    const level = {
      part: 'first-course',
      condition: 'sync',
      measure: 'lateness',
      threshold: 1,
      expect: 'below',
      value: null,
      rounds: 7,
      verdict: null,
      finding: 'not-measured',
    } as const;
    expect(claimSourceOf({ ...syntheticRecord(), levels: [level] }).levels[0]).toEqual(level);
  });

  it('gives wages only from enough hirings', () => {
    const few = claimSourceOf(syntheticRecord());
    expect(few.levels.find(({ measure }) => measure === 'hiring')).toMatchObject({ rounds: 3, verdict: 'undecided' });
    const record = syntheticMatrixRecord(threadsOrProcesses(2), { totalMs: () => 100 });
    const enough = claimSourceOf(record).levels.filter(({ condition }) => condition === 'processes');
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
