import { english } from '@core/texts/en';

/**
 * Keys of a group of an experiment's texts in the order of the catalogue, e.g. the options of a question. Every language
 * has the same keys.
 */
export function textKeys(experiment: string, group: string): string[] {
  let node: unknown = english.experiments;
  for (const key of [experiment, ...group.split('.')]) {
    node = typeof node === 'object' && node !== null ? (node as Readonly<Record<string, unknown>>)[key] : undefined;
  }
  return typeof node === 'object' && node !== null ? Object.keys(node) : [];
}
