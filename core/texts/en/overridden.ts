/** A tree of texts. */
interface Texts {
  readonly [key: string]: string | Texts;
}

/** Some texts of a tree, at the places where they stand in it. */
export type Changes<T> = { readonly [K in keyof T]?: T[K] extends string ? string : Changes<T[K]> };

/** A tree with the same places and other words. */
export type Reworded<T> = { readonly [K in keyof T]: T[K] extends string ? string : Reworded<T[K]> };

/** The texts of `base`, those that `changes` names replaced: an experiment with words of its own for what all share. */
export function overridden<T extends Texts>(base: T, changes: Changes<T>): Reworded<T> {
  return merge(base, changes as Texts) as Reworded<T>;
}

function merge(base: Texts, changes: Texts): Texts {
  const entries = Object.entries(base).map(([key, text]): [string, string | Texts] => {
    const change = changes[key];
    if (change === undefined) return [key, text];
    return [key, typeof text === 'string' || typeof change === 'string' ? change : merge(text, change)];
  });
  return Object.fromEntries(entries);
}
