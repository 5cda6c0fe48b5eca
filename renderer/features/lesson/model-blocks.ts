/** A piece of an experiment's model description. */
export type ModelBlock =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/**
 * Reads the little Markdown that a `model.md` uses: second-level headings, paragraphs, flat lists. The title (first
 * level) is left out, the page has its own. Marks for code are dropped and the words stay: nothing is ever turned into markup.
 */
export function modelBlocks(markdown: string): ModelBlock[] {
  const pieces = markdown.split(/\r?\n\s*\r?\n/).map((piece) => piece.trim());
  return pieces.flatMap((piece): ModelBlock[] => {
    if (piece === '' || piece.startsWith('# ')) return [];
    if (piece.startsWith('## ')) return [{ kind: 'heading', text: piece.slice(3) }];
    if (piece.startsWith('- ')) {
      return [{ kind: 'list', items: piece.split(/\r?\n(?=- )/).map((item) => unwrapped(item.slice(2))) }];
    }
    return [{ kind: 'paragraph', text: unwrapped(piece) }];
  });
}

/** Joins hand-wrapped lines. */
function unwrapped(text: string): string {
  return text.replaceAll(/\s*\r?\n\s*/g, ' ').replaceAll('`', '');
}
