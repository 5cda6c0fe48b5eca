import { rules20263 } from './2026-3';
import type { RuleSet } from './rule-set';

/**
 * The fourth rule set. Against 2026-3: a comparison that came out against theory is not judged where the workers of the slower
 * condition waited for a core so long that, without it, it might have come out otherwise.
 */
export const rules20264: RuleSet = {
  ...rules20263,
  rules: { ...rules20263.rules, name: '2026-4' },
  overtaken: 'not-judged',
};
