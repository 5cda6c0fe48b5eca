import { describe, expect, it } from 'vitest';
import { againstBest } from './against-best';
import { createRandom, type Random } from './random';

/** Twelve rounds of three candidates. */
const times = [
  [100.2, 101.1, 99.7, 100.9, 100.0, 102.3, 99.1, 100.4, 101.6, 99.9, 100.7, 100.3],
  [102.0, 103.4, 101.1, 102.2, 101.9, 103.0, 101.5, 102.6, 103.1, 101.2, 102.9, 99.5],
  [131.0, 129.5, 133.2, 130.1, 128.8, 131.9, 130.6, 132.4, 129.9, 131.3, 130.8, 132.0],
] as const;

/** Log-normal noise with a spike in a twentieth of the cells, as times have it. */
function noisy(random: Random, spread: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  return Math.exp(spread * normal + (random.next() < 0.05 ? 0.3 : 0));
}

/** What slows a whole round slows all candidates. */
function sample(random: Random, truth: readonly number[], rounds: number): number[][] {
  const common = Array.from({ length: rounds }, () => noisy(random, 0.05));
  return truth.map((one) => common.map((round) => one * round * noisy(random, 0.02)));
}

describe('againstBest', () => {
  it('gives the bounds that an independent computation gives', () => {
    // Python 3.11, statistics and math alone: for each pair d = sorted(log(a / b)); with 12 rounds and 2 comparisons the largest k
    // with 1 - 2 * sum(comb(12, i) for i < k) / 2**12 >= 0.975 is 2; bounds exp(d[1]), exp(d[10]), estimate exp(median(d)).
    const { losses, mayBeBest, comparisons, confidence, n, gain } = againstBest(times);
    expect([comparisons, n]).toEqual([2, 12]);
    expect(confidence).toBeCloseTo(0.9873046875, 10);
    expect(mayBeBest).toEqual([true, false, false]);
    expect(losses[0]).toEqual({ estimate: 1, low: 1, high: 1 });
    expect(losses[1]?.estimate).toBeCloseTo(1.016362666069622, 9);
    expect(losses[1]?.low).toBeCloseTo(1.0068426197458455, 9);
    expect(losses[1]?.high).toBeCloseTo(1.0227497527200793, 9);
    expect(losses[2]?.low).toBeCloseTo(1.2809099901088032, 9);
    expect(losses[2]?.high).toBeCloseTo(1.3187250996015936, 9);
    // The best gains nothing from the others: its gain is their loss, turned round.
    expect(gain(0, 1).high).toBeCloseTo(1 / 1.0068426197458455, 9);
    expect(gain(2, 0).low).toBeCloseTo(1.2809099901088032, 9);
  });

  it('does not choose between two that noise does not separate', () => {
    const [one] = times;
    const other = one.map((value, round) => value * (round % 2 === 0 ? 1.004 : 0.996));
    const { mayBeBest, losses } = againstBest([one, other, times[2]]);
    expect(mayBeBest).toEqual([true, true, false]);
    expect(losses.map(({ low }) => low).slice(0, 2)).toEqual([1, 1]);
    expect(losses[0]?.high).toBeCloseTo(1 / 0.996, 9);
  });

  it('says what confidence so few rounds have, and is sure of a single candidate', () => {
    // 5 rounds: the whole range misses with 2 / 2^5; two comparisons may both miss.
    expect(againstBest(times.map((one) => one.slice(0, 5))).confidence).toBeCloseTo(1 - 2 * (2 / 32), 10);
    expect(againstBest([times[0]])).toMatchObject({ losses: [{ estimate: 1, low: 1, high: 1 }], confidence: 1 });
    expect(() => againstBest([])).toThrow(RangeError);
    expect(() => againstBest(times, 1)).toThrow(RangeError);
  });

  it('keeps the true best in at least 95 % of runs, also where all are equal', () => {
    const random = createRandom(12);
    const runs = 1000;
    let kept = 0;
    for (let run = 0; run < runs; run += 1) {
      if (againstBest(sample(random, [1, 1, 1, 1, 1, 1, 1, 1], 12)).mayBeBest[0]) kept += 1;
    }
    expect(kept / runs).toBeGreaterThanOrEqual(0.95);
  });

  it('holds all losses and gains together in at least 95 % of runs', () => {
    const random = createRandom(13);
    const truth = [1, 1.02, 1.1, 1.03, 1.4];
    const runs = 1000;
    let right = 0;
    let separated = 0;
    for (let run = 0; run < runs; run += 1) {
      const { losses, gain, mayBeBest } = againstBest(sample(random, truth, 20));
      const holds = (value: number, { low, high }: { low: number; high: number }): boolean =>
        low <= value * (1 + 1e-12) && value <= high * (1 + 1e-12);
      const areLosses = truth.every((one, index) => holds(one, losses[index] ?? { low: NaN, high: NaN }));
      if (areLosses && holds(1.1 / 1.02, gain(2, 1)) && holds(1.02 / 1.4, gain(1, 4))) right += 1;
      if (mayBeBest.filter(Boolean).length < truth.length) separated += 1;
    }
    expect(right / runs).toBeGreaterThanOrEqual(0.95);
    // Not by being wide: the slow ones are told apart nearly always.
    expect(separated / runs).toBeGreaterThan(0.95);
  });

  it('would lose the true best too often if it did not adjust for the number of candidates', () => {
    const random = createRandom(14);
    const runs = 400;
    let kept = 0;
    for (let run = 0; run < runs; run += 1) {
      const all = sample(random, [1, 1, 1, 1, 1, 1, 1, 1], 12);
      // As if there were one comparison: the best against each of the others alone.
      if (all.slice(1).every((other) => againstBest([all[0] ?? [], other]).mayBeBest[0])) kept += 1;
    }
    expect(kept / runs).toBeLessThan(0.95);
  });
});
