import type { ExperimentDefinition } from '@core/experiments/definition-types';
import type { WorkbenchChoice } from '@core/experiments/workbench/choice';
import { workbenchDefinition } from '@core/experiments/workbench/definition';
import { searchOf } from '@core/record/order';
import { PlanError, resolvePlan } from '@core/record/plan';
import { chosenParameters, expectedSeconds } from '../run/run-form';
import type { RunForm } from '../run/run-form';

/** What a choice amounts to, before it is run. */
export interface PlannedRun {
  readonly experiment: ExperimentDefinition;
  /** Conditions that are compared, the repeated one counted once. */
  readonly conditions: number;
  /** Workers of all conditions together, those of the repeat included: all are alive during the whole run. */
  readonly workers: number;
  readonly tasks: number;
  readonly rounds: number;
  readonly seconds: number;
  readonly baseline: string;
  /** Set for a search: its rounds, and the most set-ups that the others confirm. */
  readonly search?: { readonly rounds: number; readonly most: number };
  /** True if the run may stop before its last round. */
  readonly mayStopEarly: boolean;
  /** Why main would refuse it; undefined if it can be run. */
  readonly refusal: string | undefined;
}

/** Works a valid choice out by the same functions that main plans with. */
export function plannedRun(choice: WorkbenchChoice, run: RunForm): PlannedRun {
  const experiment = workbenchDefinition(choice);
  const parameters = chosenParameters(experiment, run);
  const search = searchOf(experiment)?.search;
  return {
    experiment,
    conditions: experiment.conditions.filter(({ repeats, idle }) => repeats === undefined && idle !== true).length,
    workers: experiment.conditions.reduce((sum, { seats, crewOf }) => sum + (crewOf ? 0 : seats.length), 0),
    tasks: choice.tasks,
    rounds: parameters['rounds'] ?? experiment.presets[run.preset].rounds,
    seconds: expectedSeconds(experiment, run),
    baseline: experiment.parts[0]?.noisePair[0] ?? '',
    ...(search && { search: { rounds: search.rounds, most: search.most } }),
    mayStopEarly: choice.targetWidth !== null,
    refusal: refusalOf(experiment, choice, run, parameters),
  };
}

function refusalOf(
  experiment: ExperimentDefinition,
  workbench: WorkbenchChoice,
  { preset }: RunForm,
  parameters: Readonly<Record<string, number>>,
): string | undefined {
  try {
    resolvePlan(experiment, { preset, seed: 0, parameters, lowerPriority: true, workbench });
    return undefined;
  } catch (error) {
    if (error instanceof PlanError) return error.message;
    throw error;
  }
}
