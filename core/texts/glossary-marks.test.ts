import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../experiments/catalogue';
import { glossaryTerms } from './en/glossary-terms';
import type { GlossaryTerm } from './en/glossary-term';
import { glossaryPieces } from './glossary-marks';

const entries = Object.entries<GlossaryTerm>(glossaryTerms);
const termsIn = (text: string): (string | undefined)[] =>
  glossaryPieces(text)
    .filter(({ term }) => term !== undefined)
    .map(({ term, text: words }) => `${String(term)}: ${words}`);

describe('the glossary', () => {
  it('gives each form of a word one meaning', () => {
    const forms = entries.flatMap(([, { term, forms: more = [] }]) =>
      [term, ...more].map((form) => form.toLowerCase()),
    );
    expect(forms.filter((form, index) => forms.indexOf(form) !== index)).toEqual([]);
  });

  it('names a lesson that is there', () => {
    const ids = new Set<string>(catalogue.map(({ id }) => id));
    for (const [id, { lesson }] of entries) expect(ids.has(lesson), id).toBe(true);
  });
});

describe('uses of its words', () => {
  it('are found in any form, the longest first, and never inside another word', () => {
    expect(termsIn('Event-loop utilisation of an event loop')).toEqual([
      'event-loop-utilisation: Event-loop utilisation',
      'event-loop: event loop',
    ]);
    expect(termsIn('Promise.all starts no worker thread.')).toEqual(['promise: Promise.all', 'thread: worker thread']);
    expect(termsIn('Promise.resolve() and core.length are code.')).toEqual([]);
    expect(termsIn('Scores, unblocked, multi-core, threaded, core-bound')).toEqual([]);
  });

  it('are linked only where that is wanted, and the rest of the text stays as it is', () => {
    const seen = new Set<string>();
    const pieces = glossaryPieces('A core, and a second core.', (term) => {
      const isFirst = !seen.has(term);
      seen.add(term);
      return isFirst;
    });
    expect(pieces).toEqual([{ text: 'A ' }, { text: 'core', term: 'core' }, { text: ', and a second core.' }]);
  });

  it('never change the text', () => {
    const words = fc.constantFrom(
      ...entries.flatMap(([, { term, forms = [] }]) => [term, ...forms]),
      ' ',
      '-',
      '.',
      'x',
      "'s",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        expect(
          glossaryPieces(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
