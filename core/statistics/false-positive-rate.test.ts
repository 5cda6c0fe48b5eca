import { describe, expect, it } from 'vitest';
import { noiseFloor } from './noise-floor';
import { createRandom, type Random, shuffled } from './random';
import { ratioInterval } from './ratio';
import { compareWithFloor, type ComparisonVerdict, minimumRounds } from './verdict';

/**
 * Simulated runs go through the same functions as real ones. 400 resamples instead of 2,000 keep this file quick; the
 * interval's ends are close to the same order statistics either way.
 */
const options = { resamples: 400 };

/** Every part of the noise is one that was seen on virtual machines; sizes are shares of the time. */
interface Noise {
  /** Standard deviation of the log-normal noise of a cell. */
  readonly cell: number;
  /** Standard deviation of the log-normal factor that all conditions of a round share. */
  readonly round: number;
  /** Probability that a cell takes 1.4 times as long. */
  readonly spikes: number;
  /** Largest slow-down from the first cell of the run to the last; each run draws its own. */
  readonly drift: number;
}

const heavy: Noise = { cell: 0.03, round: 0.05, spikes: 0.05, drift: 0.1 };
const veryHeavy: Noise = { cell: 0.1, round: 0.1, spikes: 0.2, drift: 0.2 };
const modest: Noise = { cell: 0.005, round: 0.05, spikes: 0.02, drift: 0.1 };

const conditionNames = ['a', 'aAgain', 'b', 'c'] as const;
type Run = Readonly<Record<(typeof conditionNames)[number], number[]>>;

/** Times of four conditions, the first two an A/A pair; `b` takes `effect` times as long as the other three. */
function simulateRun(random: Random, noise: Noise, rounds: number, effect: number): Run {
  const run: Run = { a: [], aAgain: [], b: [], c: [] };
  const drift = noise.drift * random.next();
  const cells = rounds * conditionNames.length;
  let cell = 0;
  for (let round = 0; round < rounds; round += 1) {
    const shared = Math.exp(noise.round * standardNormal(random));
    for (const name of shuffled(conditionNames, random)) {
      const own = Math.exp(noise.cell * standardNormal(random)) * (random.next() < noise.spikes ? 1.4 : 1);
      const time = 100 * shared * own * (1 + (drift * cell) / cells);
      run[name].push(name === 'b' ? time * effect : time);
      cell += 1;
    }
  }
  return run;
}

/** One standard normal number by the Box-Muller transform. */
function standardNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

interface Setting {
  readonly runs: number;
  readonly noise: Noise;
  readonly smallestDifference: number;
  readonly rounds?: number;
  readonly effect?: number;
  readonly baseline?: 'a' | 'c';
}

/** Share of runs with each verdict on `b` against its baseline. */
function verdictShares(setting: Setting): Record<ComparisonVerdict, number> {
  const { runs, noise, smallestDifference, rounds = minimumRounds, effect = 1, baseline = 'a' } = setting;
  const random = createRandom(20_260);
  const counts = { faster: 0, slower: 0, 'no-difference': 0, undecided: 0 };
  for (let index = 0; index < runs; index += 1) {
    const run = simulateRun(random, noise, rounds, effect);
    const floor = noiseFloor(run.a, run.aAgain, random, smallestDifference, options);
    counts[compareWithFloor(ratioInterval(run.b, run[baseline], random, options), floor)] += 1;
  }
  const { faster, slower, 'no-difference': noDifference, undecided } = counts;
  return {
    faster: faster / runs,
    slower: slower / runs,
    'no-difference': noDifference / runs,
    undecided: undecided / runs,
  };
}

describe('2,000 synthetic A/A runs of 7 rounds', () => {
  it.each([
    { name: 'heavy noise', noise: heavy, smallestDifference: 0 },
    { name: 'heavy noise', noise: heavy, smallestDifference: 0.01 },
    { name: 'very heavy noise', noise: veryHeavy, smallestDifference: 0 },
    { name: 'modest noise', noise: modest, smallestDifference: 0 },
    {
      name: 'heavy noise, neither condition of the A/A pair compared',
      noise: heavy,
      smallestDifference: 0,
      baseline: 'c',
    },
  ] as const)('call a difference in at most 5 %: $name, smallest difference $smallestDifference', (setting) => {
    const { faster, slower } = verdictShares({ runs: 2000, ...setting });
    expect(faster + slower).toBeLessThanOrEqual(0.05);
  });

  it('would call one in more than 5 % by the bootstrap interval alone, so the floor is what keeps the promise', () => {
    const random = createRandom(20_260);
    const noFloor = { ratio: 1, measuredRatio: 1, smallestDifference: 0, n: minimumRounds };
    let called = 0;
    for (let index = 0; index < 2000; index += 1) {
      const run = simulateRun(random, heavy, minimumRounds, 1);
      const verdict = compareWithFloor(ratioInterval(run.b, run.a, random, options), noFloor);
      called += verdict === 'undecided' ? 0 : 1;
    }
    expect(called / 2000).toBeGreaterThan(0.05);
  });
});

describe('with a real effect', () => {
  it.each([
    { effect: 1.5, right: 'slower', wrong: 'faster' },
    { effect: 1 / 1.5, right: 'faster', wrong: 'slower' },
  ] as const)('a time of $effect is called $right in at least 90 % of 300 runs', ({ effect, right, wrong }) => {
    const shares = verdictShares({ runs: 300, noise: heavy, smallestDifference: 0.01, effect });
    expect(shares[right]).toBeGreaterThanOrEqual(0.9);
    expect(shares[wrong]).toBe(0);
  });

  it('more rounds decide more often', () => {
    const setting = { runs: 300, noise: veryHeavy, smallestDifference: 0.01, effect: 1.5 };
    expect(verdictShares({ ...setting, rounds: 30 }).slower).toBeGreaterThan(verdictShares(setting).slower);
  });
});

describe('without an effect', () => {
  it('"no difference" is reached, and the rest is undecided rather than a difference', () => {
    const shares = verdictShares({ runs: 300, noise: modest, smallestDifference: 0.01 });
    expect(shares['no-difference']).toBeGreaterThan(0.25);
    expect(shares['no-difference'] + shares.undecided).toBeGreaterThanOrEqual(0.95);
  });
});
