import { describe, expect, it } from 'vitest';
import type { WorkerState } from '../record/schema-parts';
import { mergedSpans } from './merged-spans';

function spans(...lengths: readonly (readonly [WorkerState, number])[]) {
  let at = 0;
  return lengths.map(([state, length], index) => {
    const startNs = at;
    at += length;
    return { state, startNs, endNs: at, task: `task-${index}` };
  });
}

describe('mergedSpans', () => {
  it('keeps spans that are long enough as they are', () => {
    const all = spans(['idle', 10], ['busy', 30], ['idle', 10]);
    const pieces = mergedSpans(all, 10, 0);
    expect(pieces.map(({ state, task, count }) => [state, task, count])).toEqual([
      ['idle', 'task-0', 1],
      ['busy', 'task-1', 1],
      ['idle', 'task-2', 1],
    ]);
  });

  it('joins short neighbours up to the least length, in the state most of the time was spent in', () => {
    const pieces = mergedSpans(
      spans(['busy', 3], ['idle', 4], ['busy', 3], ['idle', 2], ['busy', 50], ['idle', 1]),
      10,
      0,
    );
    expect(pieces.map(({ state, first, count, startNs, endNs }) => [state, first, count, startNs, endNs])).toEqual([
      ['busy', 0, 3, 0, 10],
      ['idle', 3, 1, 10, 12],
      ['busy', 4, 1, 12, 62],
      ['idle', 5, 1, 62, 63],
    ]);
    expect(pieces[0]?.task).toBeUndefined();
  });

  it('covers the same time without gap or overlap, every span once, in far fewer pieces', () => {
    const all = spans(
      ...Array.from({ length: 5000 }, (_, index) => [index % 2 === 0 ? 'busy' : 'idle', 1 + (index % 7)] as const),
    );
    const pieces = mergedSpans(all, 200);
    expect(pieces.length).toBeLessThan(120);
    expect(pieces[0]?.startNs).toBe(0);
    expect(pieces.at(-1)?.endNs).toBe(all.at(-1)?.endNs);
    pieces.slice(1).forEach((piece, index) => {
      expect(piece.startNs).toBe(pieces[index]?.endNs);
      expect(piece.first).toBe((pieces[index]?.first ?? 0) + (pieces[index]?.count ?? 0));
    });
    expect(pieces.reduce((sum, { count }) => sum + count, 0)).toBe(5000);
  });

  it('leaves a lane of few spans as it was recorded', () => {
    const all = spans(['busy', 3], ['idle', 4], ['busy', 3]);
    expect(mergedSpans(all, 100).map(({ first, count }) => [first, count])).toEqual([
      [0, 1],
      [1, 1],
      [2, 1],
    ]);
  });

  it('has nothing to draw where there are no spans', () => {
    expect(mergedSpans([], 10, 0)).toEqual([]);
  });
});
