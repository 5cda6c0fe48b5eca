import type { ExperimentDefinition } from '@core/experiments/definition-types';
import { namesOf, type Names } from '@core/words/names';
import { catalogueTexts } from '@core/words/workbench-tables';

/** What views of an experiment's records are made with, in the real texts. */
export function chartContext(experiment: ExperimentDefinition): {
  readonly experiment: ExperimentDefinition;
  readonly names: Names;
  readonly texts: ReturnType<typeof catalogueTexts>;
} {
  return { experiment, names: namesOf(experiment.id), texts: catalogueTexts(experiment.id) };
}
