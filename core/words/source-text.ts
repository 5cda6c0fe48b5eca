import { english } from '../texts/en';
import { sourceText } from '../texts/source-text';
import { sourceNotes, type SourceNote } from './source-notes';

/** A sentence of the source text with the statements of the ledger that quote it, or repeat it. */
export interface SourceSentence {
  /** From 0 on, through the whole text. */
  readonly index: number;
  readonly text: string;
  /** Numbers of the statements, the lowest first; empty where the sentence states nothing that is tested. */
  readonly claims: readonly number[];
  /** Why it has none, where that is known. */
  readonly note?: SourceNote;
}

/** A piece of the source text: what stands on one of its lines. */
export interface SourceBlock {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'quote';
  /** How deep an item of a list is, from 0 on. */
  readonly depth: number;
  readonly sentences: readonly SourceSentence[];
}

interface Line {
  readonly kind: SourceBlock['kind'];
  readonly depth: number;
  readonly text: string;
}

/** The lines that say something, without the marks of Markdown. */
function linesOf(markdown: string): Line[] {
  let isQuote = false;
  return markdown.split('\n').flatMap((raw): Line[] => {
    const text = raw.trim();
    if (text.startsWith('```')) {
      isQuote = !isQuote;
      return [];
    }
    if (text === '' || /^-{3,}$/.test(text)) return [];
    if (isQuote) return [{ kind: 'quote', depth: 0, text }];
    if (text.startsWith('# ')) return [{ kind: 'heading', depth: 0, text: text.slice(2) }];
    const item = /^( *)- (.*)$/.exec(raw);
    if (item) return [{ kind: 'item', depth: (item[1] ?? '').length / 2, text: plain((item[2] ?? '').trim()) }];
    return [{ kind: 'paragraph', depth: 0, text: plain(text) }];
  });
}

function plain(text: string): string {
  return text.replaceAll('**', '').replaceAll(/\[([^\]]+)\]\(([^)]+)\)/g, '$1 ($2)');
}

/** Typographic marks of the ledger as the source text writes them. */
function asWritten(quote: string): string {
  return quote.replaceAll('’', "'").replaceAll(/[“”]/g, '"');
}

/** What a statement of the ledger quotes, piece by piece: an ellipsis stands for words that are left out. */
export function quotesOf(words: string): string[] {
  return asWritten(words)
    .split('…')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

/** The quotes of the whole ledger, by number of the statement. */
export function ledgerQuotes(): ReadonlyMap<number, readonly string[]> {
  const statements: Readonly<Record<string, { readonly words: string }>> = english.claims.statement;
  return new Map(
    Object.entries(statements).map(([key, { words }]) => [Number(key.replace('claim-', '')), quotesOf(words)]),
  );
}

/** Where the sentences of a line begin and end: after a mark, before a capital letter. */
function sentencesOf(text: string): { from: number; to: number }[] {
  const starts = [0, ...[...text.matchAll(/[.!?:]\s+(?=[A-Z[])/g)].map((match) => match.index + match[0].length)];
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? text.length }));
}

/** Numbers of the statements that quote a part of a line. */
function quotedBy(text: string, from: number, to: number, quotes: ReadonlyMap<number, readonly string[]>): number[] {
  return [...quotes].flatMap(([number, pieces]) => {
    const isQuoted = pieces.some((piece) => {
      const at = text.indexOf(piece);
      return at >= 0 && at < to && at + piece.length > from;
    });
    return isQuoted ? [number] : [];
  });
}

/**
 * The source text, line by line and sentence by sentence, each with the statements of the ledger that are about it. The
 * links follow from the ledger's own quotes, so that a new row is linked by being written.
 */
export function sourceBlocks(markdown: string = sourceText): SourceBlock[] {
  const quotes = ledgerQuotes();
  let index = 0;
  return linesOf(markdown).map(({ kind, depth, text }) => ({
    kind,
    depth,
    sentences: sentencesOf(text).map(({ from, to }): SourceSentence => {
      const words = text.slice(from, to).trim();
      const note = sourceNotes.find(({ starts }) => words.startsWith(starts));
      const repeated = note?.repeats === undefined ? [] : [note.repeats];
      const claims = [...new Set([...quotedBy(text, from, to, quotes), ...repeated])].sort((one, other) => one - other);
      return { index: index++, text: words, claims, ...(note && { note }) };
    }),
  }));
}

/** The first sentence that a statement is about; undefined if it quotes nothing of the text. */
export function sentenceOf(claim: number): SourceSentence | undefined {
  return sourceBlocks()
    .flatMap(({ sentences }) => sentences)
    .find(({ claims }) => claims.includes(claim));
}
