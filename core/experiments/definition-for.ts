import { findExperiment } from './catalogue';
import type { ExperimentDefinition, Preset } from './definition-types';
import { narrowedForecasts } from './forecasts';
import type { DefinitionChoice } from './machine';
import type { WorkbenchChoice } from './workbench/choice';
import { withTimerGrain } from './timer-grain';
import { atPreset } from './preset-parameters';
import { workbenchDefinition, workbenchId } from './workbench/definition';

/** What says which experiment a plan or a request is of. */
export interface ExperimentChoice extends DefinitionChoice {
  readonly experiment: string;
  readonly preset: Preset;
  /** Cores that the run's machine offers; records of programs that did not ask for them have none. */
  readonly cores?: number | undefined;
  readonly workbench?: WorkbenchChoice | undefined;
}

/**
 * The definition behind a plan: one of the catalogue as it is on a machine with that many cores, without the conditions
 * and parts that the preset leaves out, or the one that a Workbench choice describes. Undefined if there is none: callers turn a
 * miss into a message that lists the known ids.
 */
export function definitionFor(choice: ExperimentChoice): ExperimentDefinition | undefined {
  const { experiment, preset, cores, workbench } = choice;
  if (experiment === workbenchId) return workbench && workbenchDefinition(workbench);
  const plain = findExperiment(experiment, cores, choice);
  if (!plain) return undefined;
  // What a preset chooses counts as chosen where a definition depends on it.
  const chosen = { ...plain.presets[preset].parameters, ...choice.parameters };
  const fine = findExperiment(experiment, cores, { ...choice, parameters: chosen }) ?? plain;
  const found = withTimerGrain(atPreset(fine, preset), choice.timerGrainMs, choice.parameters);
  const { leavesOut = [], leavesOutParts = [] } = found.presets[preset];
  return narrowed(found, leavesOut, leavesOutParts);
}

function narrowed(
  experiment: ExperimentDefinition,
  without: readonly string[],
  withoutParts: readonly string[],
): ExperimentDefinition {
  if (without.length === 0 && withoutParts.length === 0) return experiment;
  const stays = (id: string): boolean => !without.includes(id);
  const { forecasts } = experiment;
  return {
    ...experiment,
    ...(forecasts && {
      forecasts: narrowedForecasts(forecasts, stays, (part) => !withoutParts.includes(part)),
    }),
    conditions: experiment.conditions.filter(({ id }) => stays(id)),
    parts: experiment.parts
      .filter(({ id }) => !withoutParts.includes(id))
      .map((part) => ({
        ...part,
        conditions: part.conditions.filter(stays),
        comparisons: part.comparisons.filter(({ condition, baseline }) => stays(condition) && stays(baseline)),
        ...(part.levels && { levels: part.levels.filter(({ condition }) => stays(condition)) }),
      })),
  };
}
