import type { ExperimentDefinition, PartDefinition } from './definition-types';

/**
 * Ids of the conditions of a part that a person predicts: those that the part names, or all. The second halves of A/A
 * pairs measure noise and are not asked for.
 */
export function predictedConditions(
  experiment: Pick<ExperimentDefinition, 'conditions'>,
  part: PartDefinition,
): string[] {
  const repeats = new Set(experiment.conditions.filter((one) => one.repeats !== undefined).map((one) => one.id));
  return (part.predicted ?? part.conditions).filter((id) => !repeats.has(id));
}
