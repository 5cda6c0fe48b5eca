import { describe, expect, it } from 'vitest';
import { ledger } from '../claims/ledger';
import { sourceText } from '../texts/source-text';
import { sourceNotes } from './source-notes';
import { ledgerQuotes, quotesOf, sentenceOf, sourceBlocks } from './source-text';

const sentences = sourceBlocks().flatMap((block) => block.sentences);

describe('the source text', () => {
  it('is there from its first to its last line', () => {
    expect(sourceText.startsWith('# Multithreading-Asynchronous-Synchronous')).toBe(true);
    expect(sourceText).toContain('And you have to pay them.');
    expect(sentences.at(-1)?.text).toContain('stackoverflow.com/questions/748175');
    expect(sourceBlocks().filter(({ kind }) => kind === 'quote')).toHaveLength(4);
    expect(sourceBlocks().filter(({ kind, depth }) => kind === 'item' && depth === 1)).toHaveLength(4);
  });

  it('is quoted word for word in every row of the ledger', () => {
    const lines = sourceBlocks().map((block) => block.sentences.map(({ text }) => text).join(' '));
    for (const [claim, pieces] of ledgerQuotes()) {
      for (const piece of pieces)
        expect(
          lines.some((line) => line.includes(piece)),
          `${claim}: ${piece}`,
        ).toBe(true);
    }
  });

  it('has a statement for each sentence, or a reason why there is none', () => {
    const open = sentences.filter(({ claims, note }) => claims.length === 0 && note?.reason === undefined);
    expect(open.map(({ text }) => text)).toEqual([]);
  });

  it('has no note that belongs to no sentence, or to one that a row quotes', () => {
    const quoted = new Map(sentences.map(({ text, claims, note }) => [text, { claims, note }]));
    for (const note of sourceNotes) {
      const found = [...quoted].filter(([text]) => text.startsWith(note.starts));
      expect(found, note.starts).toHaveLength(1);
      expect(found[0]?.[1].claims, note.starts).toEqual(note.repeats === undefined ? [] : [note.repeats]);
    }
  });

  it('is named by every row, and the way back leads to the sentence', () => {
    for (const { number } of ledger) expect(sentenceOf(number)?.claims, String(number)).toContain(number);
    expect(sentenceOf(4)?.text).toBe('Threading is about workers; asynchrony is about tasks.');
    expect(sentenceOf(999)).toBeUndefined();
  });
});

describe('quotes', () => {
  it('are read piece by piece, with the marks of the source text', () => {
    expect(quotesOf('… code won’t wait. … However, “this” ends.')).toEqual([
      "code won't wait.",
      'However, "this" ends.',
    ]);
  });
});
