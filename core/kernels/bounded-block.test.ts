import { describe, expect, it } from 'vitest';
import { blockForStress, iterationsFor, kneadBounded, kneadBoundedAsync, stress } from './bounded-block';
import { knead } from './knead';

/** A clock that moves on by `stepMs` at every reading. */
function steppingClock(stepMs: number): () => number {
  let nowMs = 0;
  return () => (nowMs += stepMs);
}

describe('kneadBounded', () => {
  it.each([1, 3, 7, 100])('does the same work in %i pieces as in one', (pieces) => {
    const block = kneadBounded(1_003, pieces, 5, () => 0, 1);
    expect(block).toEqual({ iterations: 1_003, checksum: knead(1_003, 5), wasCut: false, blockedMs: 0 });
  });

  it('leaves out the rest once the limit has passed', () => {
    // The clock is read once before and once after each piece.
    const block = kneadBounded(1_000, 10, 5, steppingClock(100), 300);
    expect(block).toEqual({ iterations: 300, checksum: knead(300, 5), wasCut: true, blockedMs: 300 });
  });

  it('is not cut when the last piece ends at the limit', () => {
    expect(kneadBounded(100, 2, 1, steppingClock(50), 100)).toMatchObject({ iterations: 100, wasCut: false });
  });
});

describe('kneadBoundedAsync', () => {
  it('does the same work, and nothing else has a turn before it ends', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    const block = await kneadBoundedAsync(2_000_000, 50, 5, () => performance.now(), 10_000);
    clearInterval(timer);
    expect(block).toMatchObject({ iterations: 2_000_000, checksum: knead(2_000_000, 5), wasCut: false });
    expect(turns).toBe(0);
  });

  it('leaves out the rest once the limit has passed', async () => {
    const block = await kneadBoundedAsync(1_000, 10, 5, steppingClock(100), 300);
    expect(block).toEqual(kneadBounded(1_000, 10, 5, steppingClock(100), 300));
  });
});

describe('blockForStress', () => {
  it('asks for as many iterations as fit into the time at the speed of the trial', () => {
    expect(iterationsFor(2_000, steppingClock(2))).toBe(1_000_000_000);
    // Trials of 10, 8, 2, 9, 9 and 9 ms: the machine was busy with other work during all but one.
    const times = [0, 10, 10, 18, 18, 20, 20, 29, 29, 38, 38, 47];
    expect(iterationsFor(2_000, () => times.shift() ?? Number.NaN)).toBe(1_000_000_000);
  });

  it('ends soon after its limit on a clock on which the work would take for ever', () => {
    // Each piece takes 0.5 s by this clock.
    const block = kneadBounded(200_000, stress.pieces, 1, steppingClock(500), stress.limitMs);
    expect(block).toMatchObject({ wasCut: true, blockedMs: stress.limitMs, iterations: 6_000 });
  });

  it('really blocks for about two seconds and never past its limit by more than a piece', () => {
    const startMs = performance.now();
    const { blockedMs } = blockForStress(() => performance.now());
    expect(blockedMs).toBeGreaterThan(500);
    expect(blockedMs).toBeLessThan(4_500);
    expect(performance.now() - startMs).toBeGreaterThanOrEqual(blockedMs);
  });
});
