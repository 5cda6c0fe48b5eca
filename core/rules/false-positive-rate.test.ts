import { describe, expect, it } from 'vitest';
import { createRandom, type Random, shuffled } from '../statistics/random';
import { type ComparisonVerdict, minimumRounds } from '../statistics/verdict';
import { rules20261 } from './2026-1';
import { rules20262 } from './2026-2';
import type { RuleSet } from './rule-set';

const sets = { '2026-1': rules20261, '2026-2': rules20262 } as const;
type SetName = keyof typeof sets;

/**
 * Simulated runs go through the same functions as real ones. 400 resamples instead of 2,000 keep this file quick; the
 * interval's ends are close to the same order statistics either way.
 */
function quickRules({ rules }: RuleSet): RuleSet['rules'] {
  return { ...rules, interval: { ...rules.interval, resamples: 400 } };
}

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
  readonly by?: SetName;
  readonly margin?: number;
  readonly runs: number;
  readonly noise: Noise;
  readonly smallestDifference: number;
  readonly rounds?: number;
  readonly effect?: number;
  readonly baseline?: 'a' | 'c';
}

/** Share of runs with each verdict on `b` against its baseline. */
function verdictShares(setting: Setting): Record<ComparisonVerdict, number> {
  const { runs, noise, smallestDifference, rounds = minimumRounds, effect = 1, baseline = 'a', margin } = setting;
  const judge = sets[setting.by ?? '2026-2'];
  const rules = quickRules(judge);
  const random = createRandom(20_260);
  const counts = { faster: 0, slower: 0, 'no-difference': 0, 'too-noisy': 0, undecided: 0 };
  for (let index = 0; index < runs; index += 1) {
    const run = simulateRun(random, noise, rounds, effect);
    const floor = judge.floor(run.a, run.aAgain, random, smallestDifference, rules);
    counts[judge.compare(judge.ratio(run.b, run[baseline], random, rules), floor, rules, margin)] += 1;
  }
  return {
    faster: counts.faster / runs,
    slower: counts.slower / runs,
    'no-difference': counts['no-difference'] / runs,
    'too-noisy': counts['too-noisy'] / runs,
    undecided: counts.undecided / runs,
  };
}

describe.each(['2026-1', '2026-2'] as const)('2,000 synthetic A/A runs of 7 rounds by the rules %s', (by) => {
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
    const { faster, slower } = verdictShares({ runs: 2000, by, ...setting });
    expect(faster + slower).toBeLessThanOrEqual(0.05);
  });

  it('would call one in more than 5 % by the interval alone, so the floor is what keeps the promise', () => {
    const judge = sets[by];
    const rules = quickRules(judge);
    const random = createRandom(20_260);
    const noFloor = { ratio: 1, measuredRatio: 1, smallestDifference: 0, n: minimumRounds };
    let called = 0;
    for (let index = 0; index < 2000; index += 1) {
      const run = simulateRun(random, heavy, minimumRounds, 1);
      const verdict = judge.compare(judge.ratio(run.b, run.a, random, rules), noFloor, rules);
      called += verdict === 'undecided' ? 0 : 1;
    }
    expect(called / 2000).toBeGreaterThan(0.05);
  });
});

describe.each(['2026-1', '2026-2'] as const)('with a real effect, by the rules %s', (by) => {
  it.each([
    { effect: 1.5, right: 'slower', wrong: 'faster' },
    { effect: 1 / 1.5, right: 'faster', wrong: 'slower' },
  ] as const)('a time of $effect is called $right in at least 90 % of 300 runs', ({ effect, right, wrong }) => {
    const shares = verdictShares({ runs: 300, by, noise: heavy, smallestDifference: 0.01, effect });
    expect(shares[right]).toBeGreaterThanOrEqual(0.9);
    expect(shares[wrong]).toBe(0);
  });

  it('more rounds decide more often', () => {
    const setting = { runs: 300, by, noise: veryHeavy, smallestDifference: 0.01, effect: 1.5 };
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

describe('noise and "no difference"', () => {
  it('cannot be bought by noise: 2026-1 says it in many very noisy runs, even of a real 1.1x; 2026-2 hardly ever', () => {
    const setting = { runs: 300, noise: veryHeavy, smallestDifference: 0.01, effect: 1.1 } as const;
    expect(verdictShares({ ...setting, by: '2026-1' })['no-difference']).toBeGreaterThan(0.3);
    const today = verdictShares({ ...setting, by: '2026-2' });
    expect(today['no-difference']).toBeLessThan(0.02);
    expect(today['too-noisy']).toBeGreaterThan(0.9);
  });

  it('is not forbidden by quiet: a real 2 % within a declared 5 % is no difference, and is slower without the margin', () => {
    const quiet: Noise = { cell: 0.002, round: 0.01, spikes: 0, drift: 0.02 };
    const setting = { runs: 300, noise: quiet, smallestDifference: 0.01, effect: 1.02 } as const;
    expect(verdictShares(setting).slower).toBeGreaterThan(0.9);
    expect(verdictShares({ ...setting, margin: 1.05 })['no-difference']).toBeGreaterThan(0.95);
  });

  it('a margin hides no real difference beyond it: 1.05 exactly is called the same in at most 7 % of runs of 7 rounds', () => {
    // Each of the two one-sided tests is one at 6.25 %: P(all but one of 7 rounds on one side) = 8 / 128.
    const quiet: Noise = { cell: 0.002, round: 0.01, spikes: 0, drift: 0 };
    const shares = verdictShares({ runs: 2000, noise: quiet, smallestDifference: 0.01, effect: 1.05, margin: 1.05 });
    expect(shares['no-difference']).toBeLessThan(0.08);
    expect(shares['no-difference']).toBeGreaterThan(0.03);
  });
});
