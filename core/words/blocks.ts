/**
 * What a page says about a record, as data: made once, painted for the window, for print and for a terminal. A painter adds
 * looks, never words.
 */
import type { Source } from '../code/types';
import type { Figure } from '../figures/figure';

/** A text in pieces; a strong piece stands out. */
export type Phrase = string | readonly (string | { readonly strong: string })[];

/** How a statement stands to what theory predicts: the colour of its mark. A surprise is not a fault: it asks for attention. */
export type Tone = 'good' | 'warn' | 'bad' | 'neutral';

/** A word or two that judge a statement, e.g. "as theory predicts". */
export interface Mark {
  readonly tone: Tone;
  readonly words: string;
}

export interface Sentence {
  readonly text: string;
  readonly mark?: Mark;
}

/** Lines stand below each other in one cell: an estimate, its interval, its n. */
export type Cell = string | number | Mark | { readonly lines: readonly Phrase[] };

export interface Column {
  readonly label: string;
  /** Numbers are set to the right so that their digits line up. */
  readonly numeric?: boolean;
}

/** A table in words. The first column names the rows. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A name and what is said under it, one or more lines. */
export interface Fact {
  readonly name: string;
  readonly lines: readonly string[];
}

/** A comparison or a level, how it came out, and why. */
export interface Explained {
  readonly name: string;
  readonly text: string;
  readonly mark: Mark;
  /** The opposite of what theory predicts: nobody should miss why. */
  readonly isSurprise: boolean;
}

export type Block =
  | { readonly kind: 'heading' | 'paragraph' | 'note' | 'notice' | 'quote'; readonly text: string }
  | { readonly kind: 'sentences' | 'warnings'; readonly items: readonly Sentence[] }
  /** `isFolded`: more to look up than to read; the window shows it on request. */
  | { readonly kind: 'table'; readonly table: Table; readonly isFolded?: boolean }
  | { readonly kind: 'figures'; readonly figures: readonly Figure[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** Code in every language, under the name of what executes it. */
  | { readonly kind: 'code'; readonly name: string; readonly source: Source }
  | { readonly kind: 'explanations'; readonly items: readonly Explained[] }
  /** Stand side by side where there is room. */
  | { readonly kind: 'columns'; readonly columns: readonly (readonly Block[])[] };

/** A part of a page under one heading. */
export interface Section {
  /** Stable name: tests, anchors and the window's extras (such as the replay) find a section by it. */
  readonly id: SectionId;
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** The sections of a record's results, in their order on the page and in the PDF. */
export const sectionIds = [
  'answer',
  'in-short',
  'warnings',
  'prediction',
  'own',
  'matrix',
  'workbench',
  'totals',
  'measures',
  'served',
  'states',
  'workers',
  'timeline',
  'verdicts',
  'explanations',
  'wages',
  'code',
  'set-up',
  'machine',
  'method',
  'student',
  'claims',
] as const;
export type SectionId = (typeof sectionIds)[number];

/** The texts of all phrases and cells, for who reads and does not look: in the order in which they are painted. */
export function plainPhrase(phrase: Phrase): string {
  return typeof phrase === 'string'
    ? phrase
    : phrase.map((piece) => (typeof piece === 'string' ? piece : piece.strong)).join('');
}

/** A cell as one text; lines are parted by line breaks. */
export function plainCell(cell: Cell): string {
  if (typeof cell !== 'object') return String(cell);
  return 'lines' in cell ? cell.lines.map(plainPhrase).join('\n') : cell.words;
}
