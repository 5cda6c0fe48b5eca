import { describe, expect, it } from 'vitest';
import { standardChoice } from '@core/experiments/workbench/choice';
import { workbenchDefinition } from '@core/experiments/workbench/definition';
import type { CellRecord } from '@core/record/events';
import { createRoundWidths } from './round-widths';

const experiment = workbenchDefinition({ ...standardChoice, strategies: ['sync', 'threads'] });

function cell(condition: string, round: number, totalNs: number, repetition = 0): CellRecord {
  const rest = { sentinelBeforeNs: 1, sentinelAfterNs: 1, messages: 2, workers: [], tasks: [] };
  return { index: 0, round, repetition, part: 'tasks', condition, startNs: 1000, endNs: 1000 + totalNs, ...rest };
}

describe('round widths', () => {
  it('is infinite before two rounds and zero for rounds that are all alike', () => {
    const widths = createRoundWidths(experiment, 1);
    for (let round = 1; round <= 7; round++) {
      widths.add(cell('sync', round, 2_000_000));
      widths.add(cell('threads-2', round, 1_000_000));
    }
    expect(widths.widest(1)).toBe(Infinity);
    expect(widths.widest(7)).toBeCloseTo(0, 12);
  });

  it('is as wide as the ratios spread, takes the fastest repetition and leaves the warm-up out', () => {
    const widths = createRoundWidths(experiment, 1);
    widths.add(cell('sync', 0, 99_000_000));
    for (let round = 1; round <= 9; round++) {
      widths.add(cell('sync', round, 2_000_000));
      widths.add(cell('threads-2', round, round % 2 === 0 ? 1_000_000 : 1_200_000));
      widths.add(cell('threads-2', round, 50_000_000, 1));
    }
    expect(widths.widest(9)).toBeCloseTo(0.2, 10);
  });
});
