import { describe, expect, it } from 'vitest';
import { knead } from './knead';

describe('knead', () => {
  // Computed independently with Python integers:
  // x=7; repeat n: x=(x*1664525+1013904223)&0xffffffff; x^=x>>13
  it.each([
    [0, 7, 7],
    [1, 7, 1025594559],
    [10, 7, 2256980162],
    [1000, 1, 156356065],
  ])('gives the reference checksum for %i iterations from seed %i', (iterations, seed, checksum) => {
    expect(knead(iterations, seed)).toBe(checksum);
  });

  it('depends on every iteration', () => {
    expect(knead(100_000, 3)).not.toBe(knead(100_001, 3));
  });
});
