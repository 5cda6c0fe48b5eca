import type { ExperimentDefinition } from '@core/experiments/definition-types';
import { catalogueTexts } from '@core/words/workbench-tables';

/** What charts of an experiment are drawn with, in the real texts. @param machine in words, for captions */
export function chartContext(
  experiment: ExperimentDefinition,
  machine = 'a machine',
): {
  readonly experiment: ExperimentDefinition;
  readonly texts: ReturnType<typeof catalogueTexts>;
  readonly machine: string;
} {
  return { experiment, texts: catalogueTexts(experiment.id), machine };
}
