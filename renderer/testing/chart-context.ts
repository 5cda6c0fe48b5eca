import type { ExperimentDefinition } from '@core/experiments/definition-types';
import type { NamedExperiment } from '@core/figures/looks';
import { namesOf } from '@core/words/names';

/** What views of an experiment's records are made with, in the real texts. */
export function chartContext(experiment: ExperimentDefinition): NamedExperiment {
  return { experiment, names: namesOf(experiment.id) };
}
