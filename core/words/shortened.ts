/**
 * The beginning of a text, at most so many words: whole sentences where at least one fits, else words and an ellipsis.
 * @returns the text itself where it is short enough
 */
export function shortened(text: string, mostWords: number): string {
  const words = text.trim().split(/\s+/);
  if (words.length <= mostWords) return text.trim();
  const begun = words.slice(0, mostWords);
  const end = begun.findLastIndex((word) => /[.!?]["”’)]?$/.test(word));
  return end >= 0 ? begun.slice(0, end + 1).join(' ') : `${begun.join(' ')} …`;
}
