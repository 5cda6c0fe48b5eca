/** A word that the lessons use, with its one meaning here. */
export interface GlossaryTerm {
  /** As the word is headed in the glossary. */
  readonly term: string;
  /** Other spellings and inflections in which the texts use it; each of them is linked. */
  readonly forms?: readonly string[];
  readonly meaning: string;
  /** Where it matters, in one sentence. */
  readonly matters: string;
  /** The lesson that shows it best. */
  readonly lesson: string;
}
