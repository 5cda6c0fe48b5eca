import { glossaryTerms } from '@core/texts/en/glossary-terms';
import type { GlossaryTerm } from '@core/texts/en/glossary-term';

/** A word of the glossary with its place. */
export interface GlossaryEntry extends GlossaryTerm {
  readonly id: string;
}

/** Every word, in the order of the alphabet. */
export const glossaryEntries: readonly GlossaryEntry[] = Object.entries<GlossaryTerm>(glossaryTerms)
  .map(([id, term]) => ({ id, ...term }))
  .sort((one, other) => one.term.localeCompare(other.term, 'en', { sensitivity: 'base' }));

/** What a search for nothing but spaces, or for words in capitals, finds is the same: case and spaces do not matter. */
function plain(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
}

/** The words whose name or form, then those whose meaning, holds what is searched for; all of them for an empty search. */
export function searchGlossary(words: string): readonly GlossaryEntry[] {
  const wanted = plain(words);
  const named = glossaryEntries.filter(({ term, forms = [] }) =>
    [term, ...forms].some((form) => plain(form).includes(wanted)),
  );
  const meant = glossaryEntries.filter(
    (entry) => !named.includes(entry) && plain(`${entry.meaning} ${entry.matters}`).includes(wanted),
  );
  return [...named, ...meant];
}
