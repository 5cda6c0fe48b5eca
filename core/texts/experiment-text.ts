import type { TextValues } from './translate';

/** Where a text is, and what of its id goes into its places. */
export interface TextPlace {
  readonly path: string;
  readonly values: TextValues;
}

const numbered = /^(seat|task)\.([a-z-]+)-(\d+)$/;
const workbenchCondition = /^condition\.([a-z]+(?:-async|-chunked)?)(?:-(\d+))?(?:-(\d+))?(-again)?\.(\w+)$/;

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
      return { path: `experiments.workbench.${group}.${strategy}.${text}`, values: { first, second } };
    }
  }
  return { path: `experiments.${experiment}.${id}`, values: {} };
}
