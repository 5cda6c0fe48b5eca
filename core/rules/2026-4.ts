import { rules20263 } from './2026-3';
import type { RuleSet } from './rule-set';

/**
 * The fourth rule set. Against 2026-3: a comparison is not judged where other programs had a tenth or more of the cores that
 * the workers of one of its conditions were ready for, and it would come out otherwise without, whether it is as theory says or not.
 */
export const rules20264: RuleSet = {
  ...rules20263,
  rules: { ...rules20263.rules, name: '2026-4' },
  leastLacked: 0.1,
};
