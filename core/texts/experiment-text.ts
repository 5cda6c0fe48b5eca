import type { TextValues } from './translate';

/** Where a text is, and what of its id goes into its places. */
export interface TextPlace {
  readonly path: string;
  readonly values: TextValues;
}

const numbered = /^(seat|task)\.([a-z-]+)-(\d+)$/;
const workbenchCondition = /^condition\.([a-z]+(?:-async|-chunked)?)(?:-(\d+))?(?:-(\d+))?(-again)?\.(\w+)$/;
/** Strategies whose first number counts workers: one worker has words of its own. */
const countsWorkers = /^(threads|processes)/;

/**
 * The place of a text of an experiment. Ids that are made from a person's choice (the conditions of the Workbench,
 * numbered tasks and workers) have one text for all of them, with places for their numbers.
 * @param id path below the experiment, such as `condition.async.name`
 */
export function experimentText(experiment: string, id: string): TextPlace {
  if (experiment === 'workbench') {
    const [, kind, name = '', n = ''] = numbered.exec(id) ?? [];
    if (kind !== undefined) return { path: `experiments.workbench.${kind}.${name}`, values: { n } };
    const [whole, strategy = '', first = '', second = '', again, text = ''] = workbenchCondition.exec(id) ?? [];
    if (whole !== undefined) {
      const group = again === undefined ? 'condition' : 'again';
      const words = first === '1' && countsWorkers.test(strategy) ? `one-${strategy}` : strategy;
      return { path: `experiments.workbench.${group}.${words}.${text}`, values: { first, second } };
    }
  }
  return { path: `experiments.${experiment}.${id}`, values: {} };
}
