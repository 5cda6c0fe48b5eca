import { rules20261 } from './2026-1';
import { rules20262 } from './2026-2';
import { rules20263 } from './2026-3';
import { rules20264 } from './2026-4';
import type { RuleSet } from './rule-set';
import type { Rules } from './rules';

/** Every rule set that a record may name, the latest last. None is ever taken away. */
const sets: readonly RuleSet[] = [rules20261, rules20262, rules20263, rules20264];

/** What new runs are judged by. */
export const todaysRules: Rules = rules20264.rules;

/**
 * The rule set that a record names.
 * @throws RangeError naming the sets that this program has
 */
export function ruleSetOf({ name }: Pick<Rules, 'name'>): RuleSet {
  const found = sets.find(({ rules }) => rules.name === name);
  if (found) return found;
  const known = sets.map(({ rules }) => rules.name).join(', ');
  throw new RangeError(`There are no rules "${name}" to judge by. There are: ${known}.`);
}

/** Whether this program can judge by the rules that a record names. */
export function hasRules({ name }: Pick<Rules, 'name'>): boolean {
  return sets.some(({ rules }) => rules.name === name);
}
