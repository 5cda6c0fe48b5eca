import type { ExperimentDefinition } from './definition-types';

/** The parameters of an experiment by id, where nothing else is chosen: `{ eggsMs: 300 }`. */
export function standardValues({ parameters }: Pick<ExperimentDefinition, 'parameters'>): Record<string, number> {
  return Object.fromEntries(parameters.map(({ id, standard }) => [id, standard]));
}
