import { describe, expect, it } from 'vitest';
import { namesOf } from '@core/words/names';
import type { Felt } from './felt';
import { feltInWords, feltTable } from './felt-words';

const texts = namesOf('freeze-the-window');
const block = { iterations: 10, checksum: 1, wasCut: false, blockedMs: 1_950 };
const felt = (changes: Partial<Felt>): Felt => ({
  place: 'page',
  block,
  frames: { frames: 2, longestMs: 1_980, usualMs: 16.7 },
  keys: 18,
  waited: 18,
  longestWaitMs: 1_900,
  isFrozen: true,
  ...changes,
});
const headline = (changes: Partial<Felt>): string => feltInWords(felt(changes), texts).headline;

describe('a try in words', () => {
  it('says what the keys did, by their numbers', () => {
    expect(headline({})).toBe('All 18 of your keys waited, up to 1.90 s');
    expect(headline({ waited: 12 })).toBe('12 of your 18 keys waited, up to 1.90 s');
    expect(headline({ waited: 0, longestWaitMs: 12 })).toBe('None of your 18 keys waited (longest 12.0 ms)');
    expect(headline({ keys: 1, waited: 1 })).toBe('Your key waited 1.90 s');
    expect(headline({ keys: 1, waited: 0, longestWaitMs: 8 })).toBe('Your key did not wait (8.00 ms)');
    expect(headline({ keys: 0, waited: 0 })).toBe('You pressed no key. Type while it runs.');
  });

  it('says that an async function froze too only where the page stood still', () => {
    const frozen = feltInWords(felt({ place: 'async' }), texts).sentences.join(' ');
    expect(frozen).toContain('The ball stood still for 1.98 s. It froze too.');
    const frames = { frames: 110, longestMs: 30, usualMs: 16.7 };
    const free = feltInWords(felt({ place: 'async', frames, isFrozen: false }), texts).sentences.join(' ');
    expect(free).toContain('110 frames');
    expect(free).not.toContain('froze too');
    const worker = feltInWords(felt({ place: 'worker' }), texts).sentences.join(' ');
    expect(worker).toContain('stood still all the same');
  });

  it('says that the work was cut, and lists the last try of each place in the order of the buttons', () => {
    expect(feltInWords(felt({ block: { ...block, wasCut: true } }), texts).sentences.at(-1)).toContain(
      'ended after 3 s',
    );
    const { rows } = feltTable([felt({ place: 'async', waited: 12 }), felt({})], texts);
    expect(rows).toEqual([
      ['In this page', '1.98 s', 2, '18 of 18'],
      ['As async', '1.98 s', 2, '12 of 18'],
    ]);
  });
});
