import { glossaryTerms } from './en/glossary-terms';
import type { GlossaryTerm } from './en/glossary-term';

/** Name of a glossary term: its key, and its place in the Guide. */
export type GlossaryId = keyof typeof glossaryTerms;

/** A piece of a text: plain, or a use of a term. */
export interface GlossaryPiece {
  readonly text: string;
  readonly term?: GlossaryId;
}

const byForm = new Map<string, GlossaryId>(
  Object.entries<GlossaryTerm>(glossaryTerms).flatMap(([id, { term, forms = [] }]) =>
    [term, ...forms].map((form) => [form.toLowerCase(), id as GlossaryId] as const),
  ),
);

// The longest form first: "event-loop utilisation" is not a use of "event loop".
const anyForm = new RegExp(
  `(?<![\\w-])(?:${[...byForm.keys()]
    .sort((first, second) => second.length - first.length)
    .map((form) => form.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`))
    .join('|')})(?!\\w|-\\w|['’]\\w|\\.\\w)`,
  'giu',
);

/** The entry of a term. */
export function glossaryTerm(id: GlossaryId): GlossaryTerm {
  return glossaryTerms[id];
}

/**
 * A text in pieces, with every use of a glossary term told apart. The pieces put together are the text.
 * @param links whether this use is to be linked; asked once for each use, in their order
 */
export function glossaryPieces(text: string, links: (term: GlossaryId) => boolean = () => true): GlossaryPiece[] {
  const pieces: GlossaryPiece[] = [];
  let done = 0;
  for (const match of text.matchAll(anyForm)) {
    const term = byForm.get(match[0].toLowerCase());
    if (term === undefined || !links(term)) continue;
    if (match.index > done) pieces.push({ text: text.slice(done, match.index) });
    pieces.push({ text: match[0], term });
    done = match.index + match[0].length;
  }
  if (done < text.length) pieces.push({ text: text.slice(done) });
  return pieces;
}
