import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { recordSchema } from '../record/record';
import { syntheticRecord } from './synthetic-record';

describe('syntheticRecord', () => {
  it.each([
    ['defaults', {}],
    ['one core', { cores: 1 }],
    ['short work, repeated', { parameters: { doughMs: 40, eggsMs: 20, toastMs: 10, cleaningMs: 30 } }],
    ['skipped prediction', { prediction: 'skipped', rounds: 1 }],
    ['cancelled', { outcome: { status: 'cancelled' } }],
  ] as const)('is a valid record: %s', (_name, options) => {
    const record = syntheticRecord(options);
    expect(v.parse(recordSchema, record)).toEqual(record);
  });

  it('covers every cell with the spans of each worker, without gap or overlap', () => {
    for (const options of [{ noise: 0.05 }, { cores: 1 }, { parameters: { doughMs: 40, cleaningMs: 400 } }]) {
      for (const cell of syntheticRecord(options).cells) {
        for (const { spans } of cell.workers) {
          expect(spans[0]?.startNs).toBe(cell.startNs);
          expect(spans.at(-1)?.endNs).toBe(cell.endNs);
          spans.slice(1).forEach((span, index) => expect(span.startNs).toBe(spans[index]?.endNs));
          expect(spans.every((span) => span.endNs > span.startNs)).toBe(true);
        }
        for (const task of cell.tasks) {
          expect(task.startNs).toBeGreaterThan(cell.startNs);
          expect(task.servedNs).toBeLessThan(cell.endNs);
        }
      }
    }
  });

  it('holds the warm-up, every round and every condition once', () => {
    const { cells, order } = syntheticRecord({ rounds: 3 });
    expect(cells).toHaveLength(4 * 10);
    expect(order).toHaveLength(4 * 10);
    expect(new Set(cells.map((cell) => `${cell.round} ${cell.part} ${cell.condition}`)).size).toBe(40);
  });

  it('repeats cells below 100 ms three times', () => {
    const { cells } = syntheticRecord({ rounds: 1, parameters: { doughMs: 40 } });
    const repetitions = cells.filter(
      (cell) => cell.part === 'doughs' && cell.condition === 'threads' && cell.round === 1,
    );
    expect(repetitions.map((cell) => cell.repetition)).toEqual([0, 1, 2]);
  });

  it('is the same for the same seed and another for another', () => {
    expect(syntheticRecord({ seed: 3 })).toEqual(syntheticRecord({ seed: 3 }));
    expect(syntheticRecord({ seed: 3 }).cells).not.toEqual(syntheticRecord({ seed: 4 }).cells);
  });
});
