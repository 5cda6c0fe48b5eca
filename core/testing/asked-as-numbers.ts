/** Synthetic, for tests only: an experiment that asks for a time of each condition, as programs of 0.1.0 did. */
import type { ExperimentDefinition, PartDefinition } from '../experiments/definition-types';

/** The same experiment without forecasts, each part predicted by numbers. */
export function askedAsNumbers(experiment: ExperimentDefinition): ExperimentDefinition {
  const asked: { -readonly [Key in keyof ExperimentDefinition]: ExperimentDefinition[Key] } = { ...experiment };
  delete asked.forecasts;
  asked.parts = experiment.parts.map((part) => {
    const plain: { -readonly [Key in keyof PartDefinition]: PartDefinition[Key] } = { ...part };
    delete plain.predictBy;
    delete plain.predicted;
    return plain;
  });
  return asked;
}
