import type { ExperimentDefinition, PartDefinition } from './definition-types';

/**
 * Ids of the conditions of a part that a person predicts: those that the part names, or all. The second halves of A/A
 * pairs measure noise, and where nothing runs there is nothing to predict: neither is asked for.
 */
export function predictedConditions(
  experiment: Pick<ExperimentDefinition, 'conditions'>,
  part: PartDefinition,
): string[] {
  const left = experiment.conditions.filter((one) => one.repeats !== undefined || one.idle === true);
  const without = new Set(left.map((one) => one.id));
  return (part.predicted ?? part.conditions).filter((id) => !without.has(id));
}
