import type { ExperimentDefinition } from './definition-types';
import type { Experiment, Race } from './experiment';
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

/** Whether a run of this experiment needs to know the machine's Pythons. */
export function asksForPythons(id: string): boolean {
  return registered.get(id)?.asksForPythons === true;
}

/** The conditions of an experiment that are played as a race; undefined where none are. */
export function raceOf(id: string): Race | undefined {
  return registered.get(id)?.race;
}

/** Minutes that the lesson of an experiment takes a student; undefined for one that has no lesson. */
export function lessonMinutes(id: string): number | undefined {
  return registered.get(id)?.minutes;
}
