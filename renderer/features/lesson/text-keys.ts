import { findKeys } from '@core/texts/translate';

/**
 * Keys of a group of an experiment's texts in the order of the catalogue, e.g. the rows of a table. Every language has the
 * same keys.
 */
export function textKeys(experiment: string, group: string): readonly string[] {
  return findKeys(`experiments.${experiment}.${group}`);
}
