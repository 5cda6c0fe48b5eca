/** A piece of a Markdown text of this program: a model description, the guide, the teachers' part. */
export type MarkdownBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: readonly MarkdownPiece[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly MarkdownPiece[])[] };

/** Words that stand out, or do not. */
export interface MarkdownPiece {
  readonly text: string;
  readonly isStrong: boolean;
}

/**
 * Reads the little Markdown that these texts use: headings of the second and third level, paragraphs, flat lists, bold
 * words. The title (first level) is left out, the page has its own. Marks for code are dropped and the words stay: nothing
 * is ever turned into markup.
 */
export function markdownBlocks(markdown: string): MarkdownBlock[] {
  const pieces = markdown.split(/\r?\n\s*\r?\n/).map((piece) => piece.trim());
  return pieces.flatMap((piece): MarkdownBlock[] => {
    if (piece === '' || piece.startsWith('# ')) return [];
    const [, marks, heading] = /^(##|###) (.*)$/s.exec(piece) ?? [];
    if (heading !== undefined) return [{ kind: 'heading', level: marks === '##' ? 2 : 3, text: heading }];
    if (piece.startsWith('- ')) {
      return [{ kind: 'list', items: piece.split(/\r?\n(?=- )/).map((item) => piecesOf(item.slice(2))) }];
    }
    return [{ kind: 'paragraph', text: piecesOf(piece) }];
  });
}

/** Joins hand-wrapped lines and tells bold words apart. */
function piecesOf(text: string): MarkdownPiece[] {
  const words = text.replaceAll(/\s*\r?\n\s*/g, ' ').replaceAll('`', '');
  return words
    .split('**')
    .map((piece, index) => ({ text: piece, isStrong: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}
