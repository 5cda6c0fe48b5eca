import type { ExperimentDefinition } from './definition-types';
import { eggsAndToast } from './eggs-and-toast/definition';

/** Every experiment of the lab, in the order of the curriculum. */
export const catalogue: readonly ExperimentDefinition[] = [eggsAndToast];

/** The experiment with this id, or undefined: callers turn a miss into a message that lists the known ids. */
export function findExperiment(id: string): ExperimentDefinition | undefined {
  return catalogue.find((experiment) => experiment.id === id);
}
