import { describe, expect, it } from 'vitest';
import type { PartSummary } from '../analysis/types';
import { extreme } from './observation';

const part = (floor: number): PartSummary => ({
  part: 'p',
  conditions: [],
  noise: { ratio: floor, measuredRatio: floor, smallestDifference: 0.01, n: 7 },
  verdicts: [],
  levels: [],
  checksumsAgree: true,
});
const rated = (...values: readonly (readonly [low: number, estimate: number, high: number])[]) =>
  values.map(([low, estimate, high], index) => {
    return { id: `v${index}`, label: '', value: { low, estimate, high, n: 7, confidence: 0.95 } };
  });
const truths = (values: ReturnType<typeof rated>, floor = 1.02, most = false) =>
  extreme(values, { part: part(floor), minimumRounds: 7, most }).map(({ truth }) => truth);

describe('which of several values is the smallest', () => {
  it('is right where every other interval lies beyond it', () => {
    expect(truths(rated([9, 10, 11], [19, 20, 21], [29, 30, 31]))).toEqual(['right', 'wrong', 'wrong']);
    expect(truths(rated([9, 10, 11], [19, 20, 21], [29, 30, 31]), 1.02, true)).toEqual(['wrong', 'wrong', 'right']);
  });

  it('is open between two whose intervals overlap, however far their estimates are apart', () => {
    expect(truths(rated([9, 10, 25], [19, 20, 21], [29, 30, 31]))).toEqual(['open', 'open', 'wrong']);
  });

  it('is open between two that lie closer than the noise floor', () => {
    expect(truths(rated([9.9, 10, 10.1], [10.4, 10.5, 10.6], [29, 30, 31]), 1.1)).toEqual(['open', 'open', 'wrong']);
  });
});
