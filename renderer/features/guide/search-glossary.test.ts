import { describe, expect, it } from 'vitest';
import { glossaryEntries, searchGlossary } from './search-glossary';

const found = (words: string) => searchGlossary(words).map(({ id }) => id);

describe('a search in the glossary', () => {
  it('finds everything for nothing, in the order of the alphabet', () => {
    expect(found('  ')).toEqual(glossaryEntries.map(({ id }) => id));
    const names = glossaryEntries.map(({ term }) => term.toLowerCase());
    expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other, 'en')));
  });

  it('finds a word by its name, by another form of it, and by its meaning, names first', () => {
    expect(found('Event  LOOP')[0]).toBe('event-loop');
    expect(found('libuv')[0]).toBe('thread-pool');
    expect(found('shuffled')).toEqual(expect.arrayContaining(['round', 'seed']));
    const hits = found('core');
    expect(hits.indexOf('core')).toBeLessThan(hits.indexOf('smt'));
  });

  it('finds nothing where nothing fits', () => {
    expect(found('kettle')).toEqual([]);
  });
});
