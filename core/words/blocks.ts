/**
 * What a page says about a record, as data: made once, painted for the window, for print and for a terminal. A painter adds
 * looks, never words.
 */
import type { Figure } from '../figures/figure';

/** A text in pieces; a strong piece is a name that stands out. */
export type Phrase = string | readonly (string | { readonly strong: string })[];

/** How a statement stands to what theory predicts: the colour of its mark. */
export type Tone = 'good' | 'warn' | 'bad' | 'neutral';

/** A word or two that judge a statement, e.g. "as theory predicts". */
export interface Mark {
  readonly tone: Tone;
  readonly words: string;
}

export interface Sentence {
  readonly text: Phrase;
  readonly mark?: Mark;
}

/** Lines stand below each other in one cell: an estimate, its interval, its n. */
export type Cell = string | number | Mark | { readonly lines: readonly string[] };

/** A table in words. The first column names the rows. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly numeric?: boolean }[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A name and what is said under it, one or more lines. */
export interface Fact {
  readonly name: string;
  readonly lines: readonly string[];
}

/** A heading inside a section and what stands under it: a comparison and why it came out so. */
export interface Explained {
  readonly name: string;
  readonly text: string;
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph' | 'note' | 'notice' | 'quote'; readonly text: string }
  | { readonly kind: 'sentences' | 'warnings'; readonly items: readonly Sentence[] }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'figures'; readonly figures: readonly Figure[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'explanations'; readonly items: readonly Explained[] };

/** A part of a page under one heading. */
export interface Section {
  /** Stable name: tests, anchors and the window's extras (such as the replay) find a section by it. */
  readonly id: string;
  readonly heading: string;
  readonly lead?: string;
  readonly blocks: readonly Block[];
}
