import { plannedPythons } from '../python/interpreter';
import type { PythonFindings } from '../python/interpreter';
import type { Environment } from '../record/environment';
import { asksForPythons, fewestCores, findExperiment } from './catalogue';
import type { ExperimentDefinition } from './definition-types';
import { coresFor } from './machine';
import type { DefinitionChoice } from './machine';
import { coarseGrain, withTimerGrain } from './timer-grain';

/** What of a machine decides how an experiment is on it. */
export type LessonMachine = Pick<Environment, 'availableParallelism' | 'cpuQuotaCores' | 'timerGrainMs'>;

/**
 * What a definition depends on, by what is known of the machine: cores and quota, step of the timers, interpreters.
 * @param pythons undefined: not asked for, or not found out
 */
export function placeOn(
  machine: LessonMachine,
  pythons?: PythonFindings,
): Omit<DefinitionChoice, 'parameters'> & { readonly cores: number } {
  const timerGrainMs = coarseGrain(machine.timerGrainMs);
  return {
    ...coresFor(machine.availableParallelism, machine.cpuQuotaCores),
    ...(timerGrainMs !== undefined && { timerGrainMs }),
    ...(pythons && { pythons: plannedPythons(pythons) }),
  };
}

/**
 * An experiment as its lesson and its worksheet are on a machine: some have a condition for each number of workers or each
 * interpreter. Undefined for an unknown id.
 * @param machine undefined: not known yet, shown as on the smallest lab machine
 * @param pythons of use only where the experiment asks for them
 */
export function lessonDefinition(
  id: string,
  machine: LessonMachine | undefined,
  pythons?: PythonFindings,
): ExperimentDefinition | undefined {
  const place = placeOn(
    machine ?? { availableParallelism: fewestCores, cpuQuotaCores: null },
    asksForPythons(id) ? pythons : undefined,
  );
  const found = findExperiment(id, place.cores, place);
  return found && withTimerGrain(found, place.timerGrainMs);
}
