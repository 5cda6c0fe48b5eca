import { describe, expect, it } from 'vitest';
import { asyncIsNotParallel } from '../experiments/async-is-not-parallel/definition';
import type { ExperimentDefinition } from '../experiments/definition-types';
import { thresholdOf } from '../experiments/measures';
import type { MeasureId } from '../experiments/measures';
import { rules20262 } from '../rules/2026-2';
import { rules20263 } from '../rules/2026-3';
import { analysePart } from './summarise-part';
import type { CellRecord } from '../record/events';
import { syntheticTasksRecord } from '../testing/synthetic-tasks';

const base = asyncIsNotParallel(2);
/** The same experiment with questions about single conditions. */
const experiment: ExperimentDefinition = {
  ...base,
  parts: base.parts.map((part) => ({
    ...part,
    measures: ['utilization', 'cpu-share', 'lateness'] as const,
    levels: [
      { condition: 'loop', measure: 'utilization', threshold: 0.9, expect: 'above' },
      { condition: 'loop', measure: 'total', threshold: { parameter: 'taskMs', share: 2 }, expect: 'above' },
      { condition: 'together', measure: 'lateness', threshold: 100, expect: 'below' },
    ] as const,
  })),
};

function withCounters(utilization: (round: number) => number | null): (cell: CellRecord) => CellRecord {
  return (cell) => ({
    ...cell,
    workers: cell.workers.map((worker) => ({
      ...worker,
      counters: {
        voluntarySwitches: null,
        involuntarySwitches: null,
        utilization: utilization(cell.round),
        loopDelay: null,
      },
    })),
  });
}

function recordOf(utilization: (round: number) => number | null, rounds: number) {
  return syntheticTasksRecord(experiment, { rounds, totalMs: () => 160, shape: withCounters(utilization) });
}

function levels(utilization: (round: number) => number | null, rounds = 7) {
  return analysePart(recordOf(utilization, rounds), experiment, 'computing').levels;
}

describe('verdicts about single conditions', () => {
  it('are above or below only if the whole interval is', () => {
    expect(levels(() => 0.99)[0]).toMatchObject({ verdict: 'above', finding: 'as-expected', rounds: 7 });
    expect(levels(() => 0.5)[0]).toMatchObject({ verdict: 'below', finding: 'opposite' });
    expect(levels((round) => (round % 2 === 0 ? 0.99 : 0.8))[0]).toMatchObject({ verdict: 'undecided' });
  });

  it('decide nothing in fewer than seven rounds', () => {
    expect(levels(() => 0.99, 6)[0]).toMatchObject({ verdict: 'undecided', finding: 'undecided', rounds: 6 });
  });

  it('rest on the rounds that have the value, and say how many, never taking a lost one for zero', () => {
    expect(levels((round) => (round === 3 ? null : 0.99), 8)[0]).toMatchObject({ verdict: 'above', rounds: 7 });
    expect(levels((round) => (round === 3 ? null : 0.99))[0]).toMatchObject({ verdict: 'undecided', rounds: 6 });
  });

  it('are not measured where one round lacks the value, in a record that knew no spare rounds, and where none has it', () => {
    const record = recordOf((round) => (round === 3 ? null : 0.99), 9);
    const plan = { ...record.plan };
    delete plan.spareRounds;
    expect(analysePart({ ...record, plan }, experiment, 'computing').levels[0]).toMatchObject({
      value: null,
      verdict: null,
      finding: 'not-measured',
    });
    expect(levels(() => 0.99)[2]).toMatchObject({ value: null, finding: 'not-measured' });
  });

  it('take a threshold from a parameter, and the headline as a measure', () => {
    // Two tasks of 40 ms are 80 ms; the cell took 160.
    expect(levels(() => 0.99)[1]).toMatchObject({ measure: 'total', threshold: 80e6, verdict: 'above' });
  });

  it('do not say that a condition used less of the cores than it might have, had it not waited for one', () => {
    const ofCores: ExperimentDefinition = {
      ...experiment,
      parts: experiment.parts.map((part) => ({
        ...part,
        levels: [{ condition: 'loop', measure: 'cpu-share', threshold: 0.8, expect: 'above' }] as const,
      })),
    };
    const recordWith = (waitedShare: number) =>
      syntheticTasksRecord(ofCores, {
        rounds: 7,
        totalMs: () => 160,
        shape: (cell) => ({
          ...cell,
          workers: cell.workers.map((worker) => ({
            ...worker,
            cpuNs: (0.5 * (cell.endNs - cell.startNs)) / cell.workers.length,
            waitedNs: (waitedShare * (cell.endNs - cell.startNs)) / cell.workers.length,
          })),
        }),
      });
    const judged = (waitedShare: number, rules = rules20263) =>
      analysePart({ ...recordWith(waitedShare), rules: rules.rules }, ofCores, 'computing').levels[0];
    expect(judged(0.01)).toMatchObject({ verdict: 'below', finding: 'opposite' });
    expect(judged(0.4)).toMatchObject({ verdict: null, finding: 'not-judged', value: { estimate: 0.5 } });
    expect(judged(0.4, rules20262)).toMatchObject({ verdict: 'below', finding: 'opposite' });
  });

  it('know no parameter that the plan has not', () => {
    const level: { measure: MeasureId; threshold: { parameter: string; share: number } } = {
      measure: 'total',
      threshold: { parameter: 'nothing', share: 1 },
    };
    expect(() => thresholdOf(level, {})).toThrow(/no parameter nothing/);
  });
});

describe('a headline that is not the total', () => {
  const late: ExperimentDefinition = {
    ...base,
    parts: base.parts.map((part) => ({ ...part, headline: 'lateness' as const })),
  };
  const shape = (cell: CellRecord): CellRecord => ({
    ...cell,
    workers: cell.workers.map((worker) => ({
      ...worker,
      beats: { periodNs: 10e6, firstDueNs: cell.startNs, latencyNs: [1e6, cell.condition === 'threads' ? 2e6 : 90e6] },
    })),
  });

  it('is what conditions are compared by', () => {
    const record = syntheticTasksRecord(late, { totalMs: () => 160, shape });
    const part = analysePart(record, late, 'computing');
    expect(part.conditions.map(({ headline: total }) => total.estimate)).toEqual([90e6, 90e6, 90e6, 2e6]);
    expect(part.conditions.every(({ headlineWithHiring }) => headlineWithHiring === undefined)).toBe(true);
    expect(part.verdicts.map(({ verdict }) => verdict)).toEqual(['no-difference', 'faster', 'faster']);
  });

  it('leaves a condition out that has no round with it', () => {
    const record = syntheticTasksRecord(late, {
      totalMs: () => 160,
      shape: (cell) => (cell.condition === 'threads' ? cell : shape(cell)),
    });
    const part = analysePart(record, late, 'computing');
    expect(part.conditions.map(({ condition }) => condition)).toEqual(['loop', 'loop-again', 'together']);
    expect(part.verdicts[1]).toMatchObject({ verdict: null, finding: 'not-measured' });
  });
});
