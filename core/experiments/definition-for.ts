import { findExperiment } from './catalogue';
import type { ExperimentDefinition } from './definition-types';
import type { WorkbenchChoice } from './workbench/choice';
import { workbenchDefinition, workbenchId } from './workbench/definition';

/** What says which experiment a plan or a request is of. */
export interface ExperimentChoice {
  readonly experiment: string;
  readonly workbench?: WorkbenchChoice | undefined;
}

/**
 * The definition behind a plan: one of the catalogue, or the one that a Workbench choice describes. Undefined if there
 * is none: callers turn a miss into a message that lists the known ids.
 */
export function definitionFor({ experiment, workbench }: ExperimentChoice): ExperimentDefinition | undefined {
  if (experiment === workbenchId) return workbench && workbenchDefinition(workbench);
  return findExperiment(experiment);
}
