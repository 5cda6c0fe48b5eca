import { describe, expect, it } from 'vitest';
import { stepRow } from './chart-rows';

describe('stepRow', () => {
  it.each([
    [undefined, 1, 3, 0],
    [undefined, -1, 3, 2],
    [0, 1, 3, 1],
    [2, 1, 3, 2],
    [0, -1, 3, 0],
    [undefined, 1, 0, undefined],
  ] as const)('from %s by %d of %d rows leads to %s', (current, step, rows, next) => {
    expect(stepRow(current, step, rows)).toBe(next);
  });
});
