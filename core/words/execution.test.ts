import { describe, expect, it } from 'vitest';
import { eggsAndToast } from '../experiments/eggs-and-toast/definition';
import { syntheticRecord } from '../testing/synthetic-record';
import { executionOf } from './execution';

const record = syntheticRecord({ rounds: 7 });
const short = syntheticRecord({ rounds: 7, parameters: { doughMs: 30 } });

describe('executionOf', () => {
  it('counts everything of a complete run, the warm-up among the executions but not among the rounds', () => {
    expect(executionOf(record, eggsAndToast)).toEqual({ done: 80, planned: 80, rounds: 7, plannedRounds: 7 });
  });

  it('does not count a round that lacks a condition', () => {
    const cells = record.cells.filter((cell) => !(cell.round === 7 && cell.condition === 'threads'));
    expect(executionOf({ ...record, cells }, eggsAndToast)).toMatchObject({ done: 78, rounds: 6 });
  });

  it('counts a cancelled run as far as it came, even if whole conditions are missing', () => {
    const cells = record.cells.slice(0, 14);
    expect(executionOf({ ...record, cells }, eggsAndToast)).toMatchObject({ done: 14, planned: 80, rounds: 0 });
    expect(executionOf({ ...record, cells: [] }, eggsAndToast)).toMatchObject({ done: 0, planned: 80, rounds: 0 });
  });

  it('counts repeated cells once, and only with all their repetitions', () => {
    expect(short.cells.length).toBeGreaterThan(80);
    expect(executionOf(short, eggsAndToast).done).toBe(80);
    const lost = short.cells.findIndex((cell) => cell.repetition === 2 && cell.round === 5);
    const cells = short.cells.filter((_, index) => index !== lost);
    expect(executionOf({ ...short, cells }, eggsAndToast)).toMatchObject({ done: 79, rounds: 6 });
  });
});
