import type { ExperimentDefinition } from './definition-types';
import type { Experiment } from './experiment';
import { experiments } from './index';
import type { DefinitionChoice } from './machine';

/** Where no machine is known (an old record, a list of titles), experiments are shown as on the smallest lab machine. */
export const fewestCores = 2;

const registered: ReadonlyMap<string, Experiment> = new Map(Object.entries(experiments));

/** Every experiment as it is on a machine with two cores: for lists of ids, titles and presets. */
export const catalogue: readonly ExperimentDefinition[] = [...registered.values()].map((one) => on(one, fewestCores));

/** The experiment with this id, or undefined: callers turn a miss into a message that lists the known ids. */
export function findExperiment(
  id: string,
  cores: number = fewestCores,
  choice: DefinitionChoice = {},
): ExperimentDefinition | undefined {
  const found = registered.get(id);
  return found && on(found, cores, choice);
}

function on({ definition }: Experiment, cores: number, choice: DefinitionChoice = {}): ExperimentDefinition {
  return typeof definition === 'function' ? definition(cores, choice) : definition;
}
