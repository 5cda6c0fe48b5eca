import { describe, expect, it } from 'vitest';
import { analyse } from './analysis';
import { scoreOf } from './prediction-score';
import { syntheticRecord } from '../testing/synthetic-record';

const record = syntheticRecord({ rounds: 7 });

describe('scoreOf', () => {
  it('counts pairs in the right order over all parts', () => {
    const score = scoreOf(analyse(record));
    // Of twelve those that the run told apart: three in the first course, where nobody who waits differs, four of the doughs.
    expect(score).toEqual({ right: 5, pairs: 7 });
  });

  it('adds the pairs of parts up, each with its own share', () => {
    const row = (condition: string) => ({ condition, predictedNs: 1, measuredNs: 1 });
    const prediction = [
      { part: 'a', by: 'numbers' as const, ranking: 2 / 3, pairs: 3, rows: ['x', 'y', 'z'].map(row) },
      { part: 'b', by: 'numbers' as const, ranking: 0, pairs: 1, rows: ['x', 'y'].map(row) },
    ];
    expect(scoreOf({ prediction })).toEqual({ right: 2, pairs: 4 });
  });

  it('has no score for a skipped prediction or an empty run', () => {
    expect(scoreOf(analyse(syntheticRecord({ prediction: 'skipped' })))).toBeUndefined();
    expect(scoreOf(analyse({ ...record, cells: [] }))).toBeUndefined();
    expect(scoreOf(undefined)).toBeUndefined();
  });
});
