import { english } from './en';

/** Values put into a text's `{name}` places. */
export type TextValues = Readonly<Record<string, string | number>>;

/** The text at a dotted path of the one catalogue, its places as they are; undefined if there is no text. */
export function findText(path: string): string | undefined {
  const node = nodeAt(path);
  return typeof node === 'string' ? node : undefined;
}

/** Keys of a group of texts in the order of the catalogue, e.g. the options of a question; none if there is no such group. */
export function findKeys(path: string): readonly string[] {
  const node = nodeAt(path);
  return typeof node === 'object' && node !== null ? Object.keys(node) : [];
}

function nodeAt(path: string): unknown {
  let node: unknown = english;
  for (const key of path.split('.')) {
    node = typeof node === 'object' && node !== null ? (node as Readonly<Record<string, unknown>>)[key] : undefined;
  }
  return node;
}

/**
 * Looks a text up by its dotted path in the one catalogue that vue-i18n reads too, and fills in `{name}` places.
 * @throws RangeError for a path that is no text: a missing text is a defect, never an empty label
 */
export function translate(path: string, values: TextValues = {}): string {
  const text = findText(path);
  if (text === undefined) throw new RangeError(`No text at "${path}"`);
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    return value === undefined ? place : String(value);
  });
}
