import { describe, expect, it } from 'vitest';
import { sumOfMemory } from './memory';

const reading = (pss: number | null, rss: number | null) => {
  return { processPssBytes: pss, processRssBytes: rss, heapBytes: 1 };
};

describe('the memory of several processes', () => {
  it.each([
    ['the proportional sizes where all tell them', [reading(10, 100), reading(20, 200)], 30, 'pss'],
    ['the resident ones where one does not', [reading(10, 100), reading(null, 200)], 300, 'rss'],
    ['not known where one tells nothing', [reading(10, 100), reading(null, null)], null, 'none'],
  ] as const)('is %s', (_what, readings, memoryBytes, memoryBasis) => {
    expect(sumOfMemory(readings)).toEqual({ memoryBytes, memoryBasis });
  });
});
