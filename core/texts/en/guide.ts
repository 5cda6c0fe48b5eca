/** Texts of the Guide: how to use the lab, its words, the text whose statements it tests, and the teachers' part. */
export const guide = {
  lead: 'How to use the lab, what its words mean, the text whose statements it tests, and notes for teachers.',
  tabs: {
    label: 'Parts of the guide',
    guide: 'Guide',
    glossary: 'Glossary',
    source: 'Source text',
    teachers: 'For teachers',
  },
  glossary: {
    search: 'Search the glossary',
    found: '{n} of {all} words',
    none: 'No word of the glossary fits "{words}".',
    matters: 'Why it matters',
    lesson: 'Shown in',
    also: 'Also: {forms}',
  },
  source: {
    lead: 'The text whose statements this lab tests, word for word. The number after a sentence leads to its statement on the Claims page, with the verdict of your own runs.',
    claim: 'Statement {n}',
    back: 'Read the sentence in the source text',
  },
} as const;
