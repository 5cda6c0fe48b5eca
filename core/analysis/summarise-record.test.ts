import { describe, expect, it } from 'vitest';
import { analyse } from './analysis';
import { scoreOf } from './prediction-score';
import type { RunRecord } from '../record/record';
import { syntheticRecord } from '../testing/synthetic-record';
import { summariseRecord } from './summarise-record';

const record = syntheticRecord({ rounds: 7 });
const summaryOf = (changes: Partial<RunRecord> = {}) => {
  const one = { ...record, ...changes };
  return summariseRecord({ record: one, analysis: analyse(one) });
};

describe('summariseRecord', () => {
  it('tells what was predicted and how well, and how long the run took', () => {
    const summary = summaryOf({ startedAt: '2026-01-01T10:00:00.000Z', endedAt: '2026-01-01T10:00:41.500Z' });
    expect(summary).toMatchObject({ seconds: 41.5, prediction: 'given', isMeasured: true, answered: [] });
    expect(summary.score).toEqual(scoreOf(analyse(record)));
  });

  it('has no score where the prediction was skipped or nothing was measured', () => {
    const skipped = syntheticRecord({ prediction: 'skipped' });
    expect(summariseRecord({ record: skipped, analysis: analyse(skipped) })).not.toHaveProperty('score');
    expect(summaryOf({ cells: [] })).not.toHaveProperty('score');
    expect(summaryOf({ cells: [] }).isMeasured).toBe(false);
  });

  it('names the questions that were answered', () => {
    expect(summaryOf({ answers: { observation: 'x', transfer: 'workers' } }).answered).toEqual([
      'observation',
      'transfer',
    ]);
  });

  it('gives no negative duration when the clock was set back', () => {
    const back = { startedAt: '2026-01-01T10:00:00.000Z', endedAt: '2026-01-01T09:00:00.000Z' };
    expect(summaryOf(back).seconds).toBe(0);
  });
});
