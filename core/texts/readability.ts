/** How long the sentences of a text are. */
export interface Readability {
  readonly words: number;
  readonly sentences: number;
  /** Words of the longest sentence. */
  readonly longest: number;
}

/** A point that ends no sentence: of an abbreviation, of a decimal, of a name in code. */
const abbreviations = /\b(?:e\.g|i\.e|etc|vs|approx)\./g;

/**
 * The sentences of a text. A sentence ends with a full stop, a question mark or an exclamation mark before a space and a
 * capital letter, a digit, a quotation mark or a place; decimals and names such as `Promise.all` end none.
 */
export function sentencesIn(text: string): string[] {
  const plain = text.replaceAll(abbreviations, (match) => match.replaceAll('.', ''));
  return plain
    .split(/(?<=[.?!]["”’)]?)\s+(?=["“(]?[A-Z0-9{])/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** The words of a sentence. A place such as `{conditionTotal}` is one word, a lone sign such as `÷` none. */
export function wordsIn(sentence: string): string[] {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Words and sentences of several texts together. */
export function readabilityOf(texts: readonly string[]): Readability {
  const lengths = texts.flatMap(sentencesIn).map((sentence) => wordsIn(sentence).length);
  return {
    words: lengths.reduce((sum, length) => sum + length, 0),
    sentences: lengths.length,
    longest: Math.max(0, ...lengths),
  };
}
