import { rules20263 } from './2026-3';
import type { RuleSet } from './rule-set';

/**
 * The fourth rule set. Against 2026-3: a comparison is not judged where the workers of its conditions had no core for a tenth
 * of the time or more, and it would come out otherwise with those waits taken off, whether it is as theory says or not.
 */
export const rules20264: RuleSet = {
  ...rules20263,
  rules: { ...rules20263.rules, name: '2026-4' },
  leastLacked: 0.1,
};
