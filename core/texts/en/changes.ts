/**
 * Some texts of a tree, at the places where they stand in it: what an experiment or a measure says in words of its own. The
 * rest is read from the tree itself (`experimentText`).
 */
export type Changes<T> = { readonly [K in keyof T]?: T[K] extends string ? string : Changes<T[K]> };
