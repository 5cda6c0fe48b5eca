import type { PartDefinition } from '../experiments/definition-types';
import { thresholdOf } from '../experiments/measures';
import { ruleSetOf } from '../rules/registry';
import type { Rules } from '../rules/rules';
import type { ConditionSummary } from './types';
import { levelFinding, type LevelVerdict } from './verdicts';

/**
 * One verdict per level of the part. What was not measured is `not-measured`, never left out. The measure must be one of
 * the part's `measures` or its headline.
 */
export function levelsOfPart(
  part: PartDefinition,
  conditions: readonly ConditionSummary[],
  parameters: Readonly<Record<string, number>>,
  checksumsAgree: boolean,
  rules: Rules,
): LevelVerdict[] {
  return (part.levels ?? []).map((level) => {
    const summary = conditions.find(({ condition }) => condition === level.condition);
    const isHeadline = level.measure === (part.headline ?? 'total');
    const value = isHeadline
      ? summary?.total
      : summary?.measures.find(({ measure }) => measure === level.measure)?.value;
    const threshold = thresholdOf(level, parameters);
    const { condition, measure, expect } = level;
    const known = { part: part.id, condition, measure, threshold, expect };
    if (!value || !checksumsAgree) {
      return { ...known, value: null, rounds: value?.n ?? 0, verdict: null, finding: levelFinding(expect, null) };
    }
    const verdict = ruleSetOf(rules).level(value, threshold, rules);
    const { estimate, low, high } = value;
    return {
      ...known,
      value: { estimate, low, high },
      rounds: value.n,
      verdict,
      finding: levelFinding(expect, verdict),
    };
  });
}
