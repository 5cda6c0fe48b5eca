import { orderStatistics } from '../statistics/bootstrap';
import { noiseFloor } from '../statistics/noise-floor';
import { ratioInterval } from '../statistics/ratio';
import { compareWithMargin, compareWithThreshold, minimumRounds } from '../statistics/verdict';
import type { RuleSet } from './rule-set';

/**
 * The second rule set. Against 2026-1: intervals of medians and ratios lie between order statistics, whose coverage is exact and
 * said; "no difference" has a largest floor, above which the run was too noisy to tell, and may have a declared margin; where a
 * clock told zero nothing is said.
 */
export const rules20262: RuleSet = {
  rules: {
    name: '2026-2',
    estimator: 'median-of-log-ratios',
    interval: { method: orderStatistics, confidence: 0.95, resamples: 2000 },
    minimumRounds,
    floor: 'far-end-of-aa-interval',
    largestFloor: 1.1,
    levels: 'whole-interval-beyond',
    claims: '2026-2',
  },
  ratio: (condition, baseline, random, { interval }) => ratioInterval(condition, baseline, random, interval),
  floor: (first, second, random, smallest, { interval }) => noiseFloor(first, second, random, smallest, interval),
  zero: 'not-resolved',
  compare: (ratio, floor, rules, margin) =>
    compareWithMargin(ratio, floor, {
      minimum: rules.minimumRounds,
      largestFloor: rules.largestFloor ?? Number.POSITIVE_INFINITY,
      margin,
    }),
  level: (value, threshold, rules) => {
    return value.n < rules.minimumRounds ? 'undecided' : compareWithThreshold(value, threshold);
  },
  starved: 'judged',
  leastLacked: Infinity,
};
