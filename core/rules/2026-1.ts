import { noiseFloor } from '../statistics/noise-floor';
import { ratioInterval } from '../statistics/ratio';
import { compareWithFloor, compareWithThreshold, minimumRounds } from '../statistics/verdict';
import type { RuleSet } from './rule-set';

/**
 * The first rule set, with which 0.1.0 judged. Records name it for good: a rule that is to become another one gets a new set
 * and a function of its own beside those used here.
 */
export const rules20261: RuleSet = {
  rules: {
    name: '2026-1',
    estimator: 'median-of-log-ratios',
    interval: { method: 'percentile-bootstrap', confidence: 0.95, resamples: 2000 },
    minimumRounds,
    floor: 'far-end-of-aa-interval',
    levels: 'whole-interval-beyond',
    claims: '2026-1',
  },
  ratio: (condition, baseline, random, { interval }) => ratioInterval(condition, baseline, random, interval),
  floor: (first, second, random, smallest, { interval }) => noiseFloor(first, second, random, smallest, interval),
  zero: 'clamped',
  compare: (ratio, floor, rules) => compareWithFloor(ratio, floor, rules.minimumRounds),
  level: (value, threshold, rules) => {
    return value.n < rules.minimumRounds ? 'undecided' : compareWithThreshold(value, threshold);
  },
  starved: 'judged',
  leastLacked: Infinity,
};
