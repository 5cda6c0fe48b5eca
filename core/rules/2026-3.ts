import { rules20262 } from './2026-2';
import type { RuleSet } from './rule-set';

/**
 * The third rule set. Against 2026-2: a measure of the processor time that a condition got is not judged "below" its threshold
 * where its workers waited for a core so long that, with it, it might not have been.
 */
export const rules20263: RuleSet = {
  ...rules20262,
  rules: { ...rules20262.rules, name: '2026-3', levels: 'whole-interval-beyond-with-waits' },
  starved: 'not-judged',
};
