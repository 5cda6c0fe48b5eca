import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checksumOf, extended, randomPeriod, startOf, textPeriod } from './seeded-bytes';

describe('the blocks', () => {
  it('are the same every time', () => {
    expect(randomPeriod().equals(randomPeriod())).toBe(true);
    expect(textPeriod().equals(textPeriod())).toBe(true);
  });

  it('deflate to about a half for text, not at all for random bytes', () => {
    const sample = (period: Buffer): number => deflateSync(period.subarray(5000, 105_000)).length / 100_000;
    expect(sample(textPeriod())).toBeGreaterThan(0.35);
    expect(sample(textPeriod())).toBeLessThan(0.65);
    expect(sample(randomPeriod())).toBeGreaterThan(0.999);
  });

  it('go on past their period with its beginning', () => {
    const period = randomPeriod();
    const block = extended(period, 1000);
    expect(block).toHaveLength(period.length + 1000);
    expect(block.subarray(period.length).equals(period.subarray(0, 1000))).toBe(true);
  });

  it('begin inside the period for every seed, elsewhere for the next one', () => {
    const period = textPeriod();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (seed) => {
        const start = startOf(seed, period);
        expect(Number.isInteger(start) && start >= 0 && start < period.length).toBe(true);
        expect(startOf(seed + 1, period)).not.toBe(start);
      }),
    );
  });
});

describe('checksumOf', () => {
  // Python: h = 0x811c9dc5; for v in words: h = ((h ^ v) * 0x01000193) & 0xffffffff, with words 0x04030201, then 5.
  it('gives the reference checksum', () => {
    expect(checksumOf(Uint8Array.of())).toBe(2_166_136_261);
    expect(checksumOf(Uint8Array.of(1, 2, 3, 4, 5))).toBe(10742443);
  });

  it('does not depend on where the bytes lie, nor on the pieces they come in', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.nat({ max: 3 }), fc.nat({ max: 16 }), (bytes, shift, words) => {
        const moved = new Uint8Array(bytes.length + shift).subarray(shift);
        moved.set(bytes);
        const cut = Math.min(words * 4, bytes.length - (bytes.length % 4));
        expect(checksumOf(moved)).toBe(checksumOf(bytes));
        expect(checksumOf(bytes.subarray(cut), checksumOf(bytes.subarray(0, cut)))).toBe(checksumOf(bytes));
      }),
    );
  });
});
